// Text beside the nodes. In columns the rows leave room for every label; on the map the important ones are placed
// first and a label that would touch another is left out until one points nearer.

import { reachOf } from "./shapes.js";

const ROW = 15;
const SQUARE = 7;
const GAP = 2;

const font = (size, bold, sans) => `${bold ? "600 " : ""}${size}px ${sans}`;

/** Lines of a node's label, each with its text and size; `whole` is the full name on one line. */
function linesOf(node, whole) {
  const lines = (whole ? [node.full] : node.lines ?? [node.label]).map((text) => ({ text, size: 13 }));
  if (node.small && !whole) lines.push({ text: node.small, size: 11, quiet: true });
  return lines;
}

/** Measure text once for each font. */
export function measurer() {
  const known = new Map();
  return (ctx, text) => {
    const key = `${ctx.font} ${text}`;
    if (!known.has(key)) known.set(key, ctx.measureText(text).width);
    return known.get(key);
  };
}

function drawSquares(ctx, x, y, node, colours, marks, dim) {
  node.squares.forEach((square, i) => {
    const left = x + i * (SQUARE + GAP);
    const top = y - SQUARE / 2;
    const lit = marks?.has(square.text);
    ctx.globalAlpha = dim || (marks && !lit) ? 0.3 : 1;
    ctx.fillStyle = ctx.strokeStyle = lit ? colours.accent : colours.ink;
    ctx.lineWidth = 1;
    if (square.state === "absent") {
      ctx.fillStyle = colours.hairline;
      ctx.fillRect(left, top, SQUARE, SQUARE);
    } else if (square.opposed) {
      ctx.strokeRect(left + 0.5, top + 0.5, SQUARE - 1, SQUARE - 1);
    } else if (square.state === "inside") {
      ctx.fillStyle = colours.hairline;
      ctx.fillRect(left, top, SQUARE, SQUARE);
      ctx.fillStyle = ctx.strokeStyle;
      ctx.fillRect(left, top + SQUARE / 2, SQUARE, SQUARE / 2);
    } else {
      ctx.fillRect(left, top, SQUARE, SQUARE);
    }
  });
  ctx.globalAlpha = 1;
}

/** Draw one label of the columns and return its box. */
function drawColumnLabel(ctx, scene, node, p) {
  const { colours, light, measure, pointed } = scene;
  const isLit = !light || light.nodes.has(node.id);
  const whole = pointed === node.id && node.full !== node.label;
  const lines = linesOf(node, whole);
  const toLeft = node.side === "left";
  const edge = toLeft ? p.x - 12 : p.x + node.size + 7;
  const bold = node.type === "Speech" || Boolean(light && isLit);
  let width = 0;
  for (const line of lines) {
    ctx.font = font(line.size, bold && !line.quiet, colours.sans);
    line.width = measure(ctx, line.text);
    width = Math.max(width, line.width);
  }
  const squares = node.squares && !whole ? node.squares.length * (SQUARE + GAP) + 6 : 0;
  const height = lines.length * ROW;
  const left = toLeft ? edge - width : edge;
  ctx.fillStyle = colours.ground;
  ctx.globalAlpha = whole ? 1 : 0.86;
  ctx.fillRect(left - 3, p.y - height / 2, width + squares + 6, height);
  lines.forEach((line, i) => {
    ctx.font = font(line.size, bold && !line.quiet, colours.sans);
    ctx.fillStyle = line.quiet ? colours.muted : colours.ink;
    ctx.globalAlpha = isLit ? 1 : 0.38;
    ctx.textAlign = toLeft ? "right" : "left";
    ctx.fillText(line.text, edge, p.y - height / 2 + ROW * (i + 0.5) + 0.5);
  });
  ctx.globalAlpha = 1;
  if (squares) drawSquares(ctx, edge + width + 6, p.y, node, colours, light ? light.marks.get(node.id) ?? new Set() : null, !isLit);
  return { id: node.id, x1: left, y1: p.y - height / 2, x2: left + width + squares, y2: p.y + height / 2 };
}

/** Where a theme's label ends, so that its edges leave behind it. */
export function columnLabelEnd(ctx, scene, node, p) {
  ctx.font = font(13, false, scene.colours.sans);
  const width = Math.max(...(node.lines ?? [node.label]).map((line) => scene.measure(ctx, line)));
  return p.x + node.size + 7 + width + 6;
}

/** Draw the columns' labels and titles; return the labels' boxes. */
export function drawColumnLabels(ctx, scene, picture) {
  ctx.textBaseline = "middle";
  const pointedLast = [...picture.nodes].sort((a, b) => (a.id === scene.pointed) - (b.id === scene.pointed));
  const boxes = pointedLast.map((node) => drawColumnLabel(ctx, scene, node, scene.at.get(node.id)));
  ctx.font = font(12, false, scene.colours.sans);
  ctx.fillStyle = scene.colours.muted;
  for (const column of picture.columns) {
    const node = picture.nodes.find((one) => column.types.includes(one.type));
    if (!node) continue;
    ctx.textAlign = column.side === "left" ? "right" : "left";
    const x = scene.at.get(node.id).x + (column.side === "left" ? 5 : -7);
    ctx.fillText(column.title, x, 14);
  }
  return boxes;
}

/** Draw the map's labels without collisions, the lit and the large first; return the boxes. */
export function drawMapLabels(ctx, scene, picture, view) {
  const { colours, light, measure, at } = scene;
  const { scale, toScreen, width, height } = view;
  const cells = new Map();
  const boxes = [];
  const rank = (node) => (node.id === scene.pointed ? 4 : 0) + (light?.nodes.has(node.id) ? 2 : 0);
  const order = [...picture.nodes].sort((a, b) => rank(b) - rank(a) || b.size - a.size || (a.id < b.id ? -1 : 1));
  const most = Math.max(24, Math.round((width * height) / 9000));
  ctx.textBaseline = "middle";
  ctx.textAlign = "left";
  ctx.lineJoin = "round";
  const cellsOf = (box) => {
    const keys = [];
    for (let i = Math.floor(box.x1 / 80); i <= Math.floor(box.x2 / 80); i++) {
      for (let j = Math.floor(box.y1 / 20); j <= Math.floor(box.y2 / 20); j++) keys.push(`${i} ${j}`);
    }
    return keys;
  };
  const meets = (a, b) => a.id !== b.id && a.x1 < b.x2 && b.x1 < a.x2 && a.y1 < b.y2 && b.y1 < a.y2;
  const free = (box) => cellsOf(box).every((key) => !(cells.get(key) ?? []).some((other) => meets(box, other)));
  const add = (box) => {
    for (const key of cellsOf(box)) cells.set(key, [...(cells.get(key) ?? []), box]);
  };
  // Texts and themes are named first and come what may; then no label may cover another node's shape.
  const leads = (node) => node.type === "Speech" || node.type === "Theme";
  const addShapes = (wanted) => {
    for (const node of picture.nodes) {
      if (leads(node) !== wanted || (light && !light.nodes.has(node.id))) continue;
      const q = toScreen(at.get(node.id));
      const r = node.size * scale * 0.8;
      add({ id: node.id, x1: q.x - r, y1: q.y - r, x2: q.x + r, y2: q.y + r });
    }
  };
  order.sort((a, b) => (b.id === scene.pointed) - (a.id === scene.pointed) || leads(b) - leads(a));
  addShapes(true);
  let rest = false;
  for (const node of order) {
    const lit = light?.nodes.has(node.id);
    if (!rest && !leads(node) && node.id !== scene.pointed) {
      rest = true;
      addShapes(false);
    }
    if (boxes.length >= most && !lit) break;
    if (light && !lit) continue;
    const p = at.get(node.id);
    const q = toScreen(p);
    if (q.x < -40 || q.y < -10 || q.x > width + 10 || q.y > height + 10) continue;
    const strong = node.id === scene.pointed || leads(node);
    const text = node.id === scene.pointed ? node.full : node.label;
    ctx.font = font(12, strong, colours.sans);
    const across = measure(ctx, text);
    const reach = reachOf(colours.types[node.type]?.shape, node.size) * scale + 4;
    const boxAt = (dx) => ({ id: node.id, dx, x1: q.x + dx - 3, y1: q.y - 8, x2: q.x + dx + across + 3, y2: q.y + 8 });
    const sides = [reach, -reach - across].map(boxAt);
    const box = sides.find((one) => one.x2 <= width - 2 && one.x1 >= 2 && free(one)) ?? (node.id === scene.pointed ? sides[0] : null);
    if (!box) continue;
    add(box);
    ctx.save();
    ctx.translate(p.x, p.y);
    ctx.scale(1 / scale, 1 / scale);
    ctx.lineWidth = 3.5;
    ctx.strokeStyle = colours.ground;
    ctx.strokeText(text, box.dx, 0.5);
    ctx.fillStyle = colours.ink;
    ctx.fillText(text, box.dx, 0.5);
    ctx.restore();
    boxes.push(box);
  }
  return boxes;
}
