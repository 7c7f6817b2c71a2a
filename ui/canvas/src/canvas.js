// The picture on screen: one vis-network canvas for columns and map. vis-network holds the camera and draws the nodes;
// edges and labels are drawn in its hooks, so that what is lit lies on top and no label touches another.

import { DataSet, Network } from "vis-network/standalone";
import { drawEdges } from "./edges.js";
import { describe, makeElements } from "./frame.js";
import { neededHeight, pathsOf, place, pointOn } from "./geometry.js";
import { thingAt } from "./hit.js";
import { pressed } from "./keys.js";
import { columnLabelEnd, drawColumnLabels, drawMapLabels, measurer } from "./labels.js";
import { fillLegend } from "./legend.js";
import { indexOf, lightOf } from "./light.js";
import { coloursOf } from "./look.js";
import { drawRing, drawShape } from "./shapes.js";

const same = (a, b) => a?.kind === b?.kind && a?.id === b?.id;

/** Make the picture inside `host`. `on.select(selection)` and `on.open(id)` are called for the user's gestures. */
export function makeCanvas(host, on) {
  const { frame, stage, live, note, legend } = makeElements(host);
  const scene = { at: new Map(), light: null, pointed: null, colours: null, measure: measurer() };
  let picture = null;
  let index = null;
  let paths = new Map();
  let boxes = [];
  let selected = null;
  let hovered = null;
  let focused = null;
  const nodes = new DataSet([]);
  const net = new Network(
    stage,
    { nodes, edges: new DataSet([]) },
    {
      physics: false,
      autoResize: true,
      layout: { improvedLayout: false },
      interaction: { hover: false, dragNodes: false, selectable: false, keyboard: { enabled: false } },
    },
  );

  const nodeRow = (node) => ({
    id: node.id,
    ...scene.at.get(node.id),
    shape: "custom",
    ctxRenderer: ({ ctx, x, y }) => ({
      drawNode: () => drawNode(ctx, node, x, y),
      nodeDimensions: { width: 2 * node.size, height: 2 * node.size },
    }),
  });

  function drawNode(ctx, node, x, y) {
    const { colours, light } = scene;
    const { shape, colour } = colours.types[node.type];
    const unit = 1 / net.getScale();
    drawShape(ctx, shape, x, y, node.size, colour, colours.ground, !light || light.nodes.has(node.id) ? 1 : 0.28);
    if (selected?.kind === "node" && selected.id === node.id) drawRing(ctx, shape, x, y, node.size, colours.accent, false, unit);
    else if (focused === node.id) drawRing(ctx, shape, x, y, node.size, colours.ink, true, unit);
  }

  net.on("beforeDrawing", (ctx) => {
    if (picture) drawEdges(ctx, picture, paths, scene, net.getScale(), selected?.kind === "edge" ? selected.id : null);
  });
  net.on("afterDrawing", (ctx) => {
    if (!picture) return;
    ctx.save();
    if (picture.kind === "columns") boxes = drawColumnLabels(ctx, scene, picture);
    else {
      const view = { scale: net.getScale(), width: stage.clientWidth, height: stage.clientHeight };
      boxes = drawMapLabels(ctx, scene, picture, { ...view, toScreen: (p) => net.canvasToDOM(p) });
    }
    ctx.restore();
  });

  /** Place everything for the size at hand; columns always fill the stage, the map keeps its camera. */
  function arrange() {
    scene.at = place(picture, stage.clientWidth || 900, stage.clientHeight || 600);
    const ctx = stage.querySelector("canvas").getContext("2d");
    const labelEnd = (id) => columnLabelEnd(ctx, scene, index.nodes.get(id), scene.at.get(id));
    paths = pathsOf(picture, scene.at, index.nodes, labelEnd, scene.colours.types);
    const rows = picture.nodes.map(nodeRow);
    const gone = nodes.getIds().filter((id) => !index.nodes.has(id));
    if (gone.length) nodes.remove(gone);
    nodes.update(rows);
    if (picture.kind === "columns") {
      net.moveTo({ position: { x: stage.clientWidth / 2, y: stage.clientHeight / 2 }, scale: 1, animation: false });
    }
  }

  /** Show the whole map, with room at the sides for labels. */
  function fitMap() {
    const xs = [...scene.at.values()].map((p) => p.x);
    const ys = [...scene.at.values()].map((p) => p.y);
    if (!xs.length) return;
    const [x1, x2, y1, y2] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
    const scale = Math.min(1.4, (stage.clientWidth - 160) / (x2 - x1 + 1), (stage.clientHeight - 60) / (y2 - y1 + 1));
    net.moveTo({ position: { x: (x1 + x2) / 2, y: (y1 + y2) / 2 }, scale: Math.max(scale, 0.1), animation: false });
  }

  function relight() {
    const what = hovered ?? (focused ? { kind: "node", id: focused } : selected);
    scene.light = index ? lightOf(index, what) : null;
    scene.pointed = what?.kind === "node" ? what.id : null;
    note.textContent = describe(what, index, picture, scene.colours?.types);
    net.redraw();
  }

  /** What stands under a point of the stage, in its pixels: a node, its label, an edge, or nothing. */
  function under(point, slack = 5) {
    if (!picture) return null;
    const shown = selected ? lightOf(index, selected)?.edges : null;
    const view = { point, onCanvas: net.DOMtoCanvas(point), scale: net.getScale(), slack };
    return thingAt(view, picture, scene, paths, boxes, shown);
  }

  const pointOf = (event) => {
    const r = stage.getBoundingClientRect();
    return { x: event.clientX - r.left, y: event.clientY - r.top };
  };
  const onMove = (event) => {
    if (event.buttons) return;
    const what = under(pointOf(event));
    if (same(what, hovered)) return;
    hovered = what;
    stage.style.cursor = what ? "pointer" : "";
    relight();
  };
  const onLeave = () => {
    if (!hovered) return;
    hovered = null;
    relight();
  };
  const onKey = (event) => {
    if (picture && pressed(event, canvas)) event.preventDefault();
  };
  const onPageKey = (event) => {
    const inField = event.target.closest?.("input,textarea,select,[contenteditable=true],[role=dialog]");
    if (event.key === "Escape" && selected && !inField && !frame.contains(event.target)) canvas.select(null, true);
  };
  stage.addEventListener("mousemove", onMove);
  stage.addEventListener("mouseleave", onLeave);
  frame.addEventListener("keydown", onKey);
  document.addEventListener("keydown", onPageKey);
  frame.addEventListener("focusout", () => canvas.focus(null));
  net.on("click", ({ pointer, event }) => {
    const slack = event.pointerType === "touch" ? 12 : 5;
    focused = null;
    canvas.select(under(pointer.DOM, slack), true);
  });
  net.on("doubleClick", ({ pointer }) => {
    const what = under(pointer.DOM);
    if (what?.kind === "node") on.open(what.id);
  });
  net.on("resize", () => {
    if (!picture) return;
    if (picture.kind === "columns") arrange();
    net.redraw();
  });

  const canvas = {
    /** Show a picture; what is selected stays unless it is gone. */
    update(next, height) {
      const first = picture === null || picture.kind !== next.kind;
      const free = next.kind !== "columns";
      // Sizing draws at once: the old picture is put away before its places are.
      picture = null;
      stage.style.height = `${Math.max(height ?? 0, neededHeight(next))}px`;
      net.setOptions({ interaction: { dragView: free, zoomView: free } });
      net.setSize("100%", "100%");
      scene.colours = coloursOf(frame, next);
      index = indexOf(next);
      frame.style.fontFamily = scene.colours.sans;
      note.style.color = scene.colours.muted;
      fillLegend(legend, next, scene.colours);
      frame.setAttribute("aria-label", next.words?.aria ?? "");
      scene.at = place(next, stage.clientWidth || 900, stage.clientHeight || 600);
      picture = next;
      arrange();
      if (first && free) fitMap();
      if (hovered && !lightOf(index, hovered)) hovered = null;
      if (focused && !index.nodes.has(focused)) focused = null;
      relight();
    },
    /** Select a node or an edge, or nothing; `byUser` tells the page. */
    select(what, byUser = false) {
      const changed = !same(what, selected);
      selected = what;
      relight();
      if (byUser && changed) on.select(selected);
    },
    selected: () => selected,
    selectedNode: () => (selected?.kind === "node" ? selected.id : null),
    focused: () => focused,
    focus(id) {
      if (focused === id) return;
      focused = id;
      relight();
      if (id) {
        live.textContent = note.textContent;
        if (!canvas.isColumns()) canvas.bring(id);
      }
    },
    /** Move the map so that a node is in view; columns show everything anyway. */
    bring(id, scale = null) {
      if (canvas.isColumns() || !scene.at.has(id)) return;
      const q = net.canvasToDOM(scene.at.get(id));
      const inside = q.x > 40 && q.y > 40 && q.x < stage.clientWidth - 40 && q.y < stage.clientHeight - 40;
      const animation = { duration: 250, easingFunction: "easeInOutQuad" };
      if (!inside || scale) net.focus(id, { scale: scale ?? net.getScale(), animation });
    },
    isColumns: () => picture?.kind === "columns",
    positions: () => scene.at,
    camera: () => ({ scale: net.getScale(), ...net.getViewPosition() }),
    restyle() {
      if (!picture) return;
      scene.colours = coloursOf(frame, picture);
      note.style.color = scene.colours.muted;
      fillLegend(legend, picture, scene.colours);
      relight();
    },
    /** Page coordinates of a node's middle. */
    locate(id) {
      if (!scene.at.has(id)) return null;
      const q = net.canvasToDOM(scene.at.get(id));
      const r = stage.getBoundingClientRect();
      return { x: r.left + q.x, y: r.top + q.y };
    },
    /** Page coordinates of a point of an edge where nothing else lies. */
    locateEdge(id) {
      const path = paths.get(id);
      if (!path) return null;
      const r = stage.getBoundingClientRect();
      // A click comes in whole pixels.
      const onPage = ([x, y]) => {
        const q = net.canvasToDOM({ x, y });
        return { x: Math.round(r.left + q.x), y: Math.round(r.top + q.y) };
      };
      const means = (point) => {
        const p = onPage(point);
        return same(under({ x: p.x - r.left, y: p.y - r.top }), { kind: "edge", id });
      };
      return onPage(pointOn(path, means));
    },
    /** What is drawn and lit now, for tests. */
    state: () => ({
      kind: picture?.kind ?? null,
      nodes: picture?.nodes.map((node) => node.id) ?? [],
      edges: picture?.edges.map((edge) => edge.id) ?? [],
      selected,
      hovered,
      focused,
      lit: scene.light && {
        nodes: [...scene.light.nodes],
        edges: [...scene.light.edges],
        marks: [...scene.light.marks].map(([id, texts]) => [id, [...texts]]),
      },
      labels: boxes,
      dark: scene.colours?.dark ?? null,
    }),
    destroy() {
      document.removeEventListener("keydown", onPageKey);
      net.destroy();
      frame.remove();
    },
  };
  return canvas;
}
