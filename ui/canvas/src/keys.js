// The keyboard: arrows walk from node to node, Enter selects, Esc lets go.

const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/** The next node in a direction: the nearest ahead, with what lies aside counting double. */
function nextNode(at, from, [dx, dy], columns) {
  const here = at.get(from);
  let best = null;
  for (const [id, p] of at) {
    if (id === from) continue;
    const ahead = (p.x - here.x) * dx + (p.y - here.y) * dy;
    const aside = Math.abs((p.x - here.x) * dy) + Math.abs((p.y - here.y) * dx);
    if (ahead <= 0.5 || (columns && dy !== 0 && aside > 0.5)) continue;
    const cost = columns && dx !== 0 ? ahead * 100 + aside : ahead + 2 * aside;
    if (!best || cost < best.cost) best = { id, cost };
  }
  return best?.id ?? null;
}

/** Handle a key; return true where it was one of ours. `canvas` offers focus, select, open and the positions. */
export function pressed(event, canvas) {
  if (event.ctrlKey || event.metaKey || event.altKey) return false;
  const direction = ARROWS[event.key];
  if (direction) {
    const at = canvas.positions();
    const from = canvas.focused() ?? canvas.selectedNode();
    const next = from && at.has(from) ? nextNode(at, from, direction, canvas.isColumns()) : at.keys().next().value;
    if (next) canvas.focus(next);
    return true;
  }
  if (event.key === "Enter" || event.key === " ") {
    const node = canvas.focused();
    if (node) canvas.select({ kind: "node", id: node }, true);
    return Boolean(node);
  }
  if (event.key === "Escape") {
    canvas.focus(null);
    canvas.select(null, true);
    return true;
  }
  return false;
}
