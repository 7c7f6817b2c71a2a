// The elements around the picture: the stage that vis-network draws on, a line that says what is pointed at, a legend.

export function makeElements(host) {
  const frame = document.createElement("div");
  frame.className = "tifa-canvas";
  frame.style.cssText = "width:100%;outline:none";
  frame.tabIndex = 0;
  frame.setAttribute("role", "application");
  const stage = document.createElement("div");
  stage.style.cssText = "position:relative;width:100%;overflow:hidden";
  const live = document.createElement("div");
  live.setAttribute("aria-live", "polite");
  live.style.cssText = "position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)";
  const note = document.createElement("div");
  note.style.cssText =
    "height:20px;line-height:20px;font-size:12px;white-space:nowrap;overflow:hidden;text-overflow:ellipsis";
  const legend = document.createElement("div");
  legend.style.cssText = "display:none;flex-wrap:wrap;gap:2px 16px;font-size:12px;line-height:20px";
  frame.append(stage, live, note, legend);
  host.append(frame);
  return { frame, stage, live, note, legend };
}

/** Say in one line what is pointed at: a node with its type, an edge with its ends and what it counts. */
export function describe(what, index, picture, types) {
  if (!what) return "";
  if (what.kind === "node") {
    const node = index.nodes.get(what.id);
    return node ? [node.full, node.note ?? types[node.type]?.name ?? node.type].join(" · ") : "";
  }
  const edge = index.edges.get(what.id);
  if (!edge) return "";
  const ends = [edge.from, edge.to].map((id) => index.nodes.get(id).full).join(" — ");
  return [ends, picture.relations?.[edge.type], edge.note].filter(Boolean).join(" · ");
}
