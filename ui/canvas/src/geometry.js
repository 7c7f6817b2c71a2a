// Where nodes and edges stand in the drawing. Positions come from Python; only columns are stretched to the screen.

import { reachOf } from "./shapes.js";

const STEPS = 24;

/** Height that columns need so that no two labels touch. */
export const neededHeight = (picture) => (picture.kind === "columns" ? picture.min_height : 0);

/** Stretch the nominal positions between the margins to the width and height at hand; the map stays as it is. */
export function place(picture, width, height) {
  const at = new Map();
  if (picture.kind !== "columns") {
    for (const node of picture.nodes) at.set(node.id, { x: node.x, y: node.y });
    return at;
  }
  const { left, middle, right, top, bottom } = picture.margins;
  const fixed = left + middle + right;
  // Two gaps lie between the columns; labels keep their width.
  const across = Math.max(80, width - fixed) / (picture.width - fixed);
  const down = (height - top - bottom) / (picture.height - top - bottom);
  const last = picture.width - right;
  for (const node of picture.nodes) {
    const labels = node.x >= last ? middle : 0;
    at.set(node.id, { x: left + labels + (node.x - left - labels) * across, y: top + (node.y - top) * down });
  }
  return at;
}

function sampled(at) {
  const points = [];
  for (let i = 0; i <= STEPS; i++) points.push(at(i / STEPS));
  return points;
}

function bezier(a, b, c, d) {
  return sampled((t) => {
    const u = 1 - t;
    const [p, q, r, s] = [u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t];
    return [p * a[0] + q * b[0] + r * c[0] + s * d[0], p * a[1] + q * b[1] + r * c[1] + s * d[1]];
  });
}

/** Heights along a bar at which its edges leave, in the order of where they go. */
function slots(edges, at, node, reach) {
  const order = [...edges].sort((a, b) => at.get(a.to).y - at.get(b.to).y || (a.id < b.id ? -1 : 1));
  const step = order.length > 1 ? (2 * reach) / (order.length - 1) : 0;
  return new Map(order.map((edge, i) => [edge.id, at.get(node).y + (order.length > 1 ? i * step - reach : 0)]));
}

/** Curves of the columns: from the right of a text's bar or a theme's label to the left of the next shape. */
function columnPaths(picture, at, nodes, labelEnd) {
  const leaving = new Map();
  for (const edge of picture.edges) {
    if (!leaving.has(edge.from)) leaving.set(edge.from, []);
    leaving.get(edge.from).push(edge);
  }
  const paths = new Map();
  for (const [from, edges] of leaving) {
    const node = nodes.get(from);
    const bar = node.type === "Speech";
    const heights = bar ? slots(edges, at, from, node.size * 0.8) : null;
    const x = bar ? at.get(from).x + 5 : labelEnd(from);
    for (const edge of edges) {
      const target = nodes.get(edge.to);
      const end = [at.get(edge.to).x - target.size - 2, at.get(edge.to).y];
      const start = [Math.min(x, end[0] - 24), heights?.get(edge.id) ?? at.get(from).y];
      const bend = (end[0] - start[0]) * 0.5;
      const [b, c] = [[start[0] + bend, start[1]], [end[0] - bend, end[1]]];
      paths.set(edge.id, { start, b, c, end, points: bezier(start, b, c, end) });
    }
  }
  return paths;
}

/** Lines of the map; several between the same two nodes are bent apart. */
function mapPaths(picture, at, nodes, types) {
  const seen = new Map();
  const paths = new Map();
  for (const edge of picture.edges) {
    const pair = [edge.from, edge.to].sort().join(" ");
    const nth = seen.get(pair) ?? 0;
    seen.set(pair, nth + 1);
    const [p, q] = [at.get(edge.from), at.get(edge.to)];
    const [dx, dy] = [q.x - p.x, q.y - p.y];
    const length = Math.hypot(dx, dy) || 1;
    const reach = (id) => reachOf(types[nodes.get(id).type]?.shape, nodes.get(id).size);
    const [near, far] = [reach(edge.from) / length, 1 - reach(edge.to) / length];
    const start = [p.x + dx * near, p.y + dy * near];
    const end = [p.x + dx * far, p.y + dy * far];
    const side = nth === 0 ? 0 : (nth % 2 ? 1 : -1) * Math.ceil(nth / 2) * 14;
    const middle = [(start[0] + end[0]) / 2 - (dy / length) * side, (start[1] + end[1]) / 2 + (dx / length) * side];
    const points = side === 0 ? [start, end] : bezier(start, middle, middle, end);
    paths.set(edge.id, { start, b: middle, c: middle, end, points, straight: side === 0 });
  }
  return paths;
}

export function pathsOf(picture, at, nodes, labelEnd, types) {
  return picture.kind === "columns" ? columnPaths(picture, at, nodes, labelEnd) : mapPaths(picture, at, nodes, types);
}

/** Squared distance from a point to a segment. */
function distance2([x, y], [ax, ay], [bx, by]) {
  const [dx, dy] = [bx - ax, by - ay];
  const length2 = dx * dx + dy * dy;
  const t = length2 ? Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / length2)) : 0;
  return (x - ax - t * dx) ** 2 + (y - ay - t * dy) ** 2;
}

/** The edge nearest to a point within `slack` of its line; lit ones are on top and win. */
export function edgeAt(point, edges, paths, slack, lit) {
  let best = null;
  for (const edge of edges) {
    const path = paths.get(edge.id);
    if (!path) continue;
    let d2 = Infinity;
    for (let i = 1; i < path.points.length; i++) d2 = Math.min(d2, distance2(point, path.points[i - 1], path.points[i]));
    const over = Math.sqrt(d2) - edge.width / 2;
    if (over > slack) continue;
    const rank = (lit && !lit.has(edge.id) ? 1000 : 0) + Math.sqrt(d2);
    if (!best || rank < best.rank) best = { id: edge.id, rank };
  }
  return best?.id ?? null;
}

/** A point of an edge at which a click would mean this edge, for tests; its middle where none is free. */
export function pointOn(path, isFree) {
  const last = path.points.length - 1;
  const along = (t) => {
    const whole = Math.min(last - 1, Math.floor(t * last));
    const part = t * last - whole;
    const [a, b] = [path.points[whole], path.points[whole + 1]];
    return [a[0] + (b[0] - a[0]) * part, a[1] + (b[1] - a[1]) * part];
  };
  for (let step = 0; step <= 45; step++) {
    for (const t of [0.5 + step / 100, 0.5 - step / 100]) if (isFree(along(t))) return along(t);
  }
  return along(0.5);
}
