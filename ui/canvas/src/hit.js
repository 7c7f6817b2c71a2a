// What stands under a point: a node's shape first, then its label, then the nearest edge.

import { edgeAt } from "./geometry.js";
import { reachOf } from "./shapes.js";

/**
 * Return {kind, id} or null. `view.point` is in the stage's pixels, `view.onCanvas` the same in the picture's;
 * `shown` are the edges that lie on top.
 */
export function thingAt({ point, onCanvas, scale, slack }, picture, scene, paths, boxes, shown) {
  let best = null;
  for (const node of picture.nodes) {
    const q = scene.at.get(node.id);
    const high = node.size + 4 / scale;
    const wide = reachOf(scene.colours.types[node.type]?.shape, node.size) + 4 / scale;
    if (Math.abs(onCanvas.x - q.x) > wide || Math.abs(onCanvas.y - q.y) > high) continue;
    const distance = Math.hypot(onCanvas.x - q.x, onCanvas.y - q.y);
    if (!best || distance < best.distance) best = { id: node.id, distance };
  }
  if (best) return { kind: "node", id: best.id };
  const label = boxes.find((b) => point.x >= b.x1 && point.x <= b.x2 && point.y >= b.y1 && point.y <= b.y2);
  if (label) return { kind: "node", id: label.id };
  const edge = edgeAt([onCanvas.x, onCanvas.y], picture.edges, paths, slack / scale, shown);
  return edge === null ? null : { kind: "edge", id: edge };
}
