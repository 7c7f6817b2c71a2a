// The snapshot's page: one state, drawn anew where it changes. All texts reach the page as text, never as markup.

import "../../../style.css";
import { action, el } from "../../../frontend/dom.js";
import { makeCanvas } from "../canvas.js";
import { dictionary, readPayload } from "./model.js";
import { showPanel } from "./panel.js";
import { openReader } from "./reader.js";
import { wireSearch } from "./search.js";
import { showTypes } from "./types.js";

const byId = (id) => document.getElementById(id);
const data = readPayload();
const state = {
  language: navigator.language?.toLowerCase().startsWith("zh") ? "zh" : "en",
  view: "columns",
  dark: matchMedia("(prefers-color-scheme: dark)").matches,
  hidden: new Set(),
  selected: null,
};

const words = () => dictionary(data, state.language);
const act = {
  select: (selected) => select(selected),
  read: (place) => openReader(byId("reader"), data, place, words(), state.language, act),
};
const canvas = makeCanvas(byId("picture"), {
  select: (selected) => select(selected),
  open: (id) => {
    state.view = "map";
    draw();
    canvas.bring(id, 1.3);
  },
});
const searchIn = wireSearch(byId("search"), byId("suggestions"), data, (id) => select({ kind: "node", id }));

/** The picture as it stands now: the view and language chosen, without the types that are switched off. */
function picture() {
  const whole = data.pictures[state.view][state.language];
  const nodes = whole.nodes.filter((node) => !state.hidden.has(node.type));
  const kept = new Set(nodes.map((node) => node.id));
  const edges = whole.edges.filter((edge) => kept.has(edge.from) && kept.has(edge.to));
  const lit = whole.lit?.filter((triple) => triple.slice(0, 3).every((id) => kept.has(id)));
  return { ...whole, nodes, edges, lit, dark: state.dark };
}

function select(selected) {
  state.selected = selected;
  if (selected?.kind === "node" && !canvas.positions().has(selected.id)) {
    const other = state.view === "columns" ? "map" : "columns";
    const drawnIn = (view) => data.pictures[view][state.language].nodes.some((node) => node.id === selected.id);
    if (drawnIn(other) && !drawnIn(state.view)) state.view = other;
    state.hidden.delete(data.items[selected.id]?.type);
    draw();
  }
  canvas.select(selected);
  if (selected?.kind === "node") canvas.bring(selected.id);
  showPanel(byId("side"), data, selected, words(), state.language, act);
}

function drawProvenance(say) {
  const { corpus, tifa, nodes, relationships } = data.provenance;
  const counts = (numbers) => Object.entries(numbers).map(([name, n]) => `${name} ${n}`).join(" · ");
  const rows = [["corpus", corpus], ["tifa", tifa], ["nodes", counts(nodes)], ["relationships", counts(relationships)]];
  byId("provenance").replaceChildren(...rows.flatMap(([key, value]) => [el("dt", null, say(key)), el("dd", null, value)]));
  byId("about").textContent = say("about");
  const parts = [say("quiet", { n: data.provenance.nodes.Speech ?? 0 })];
  if (state.view === "columns" && data.hidden.formulations) parts.push(say("hidden_formulations", { n: data.hidden.formulations }));
  byId("quiet").textContent = parts.join(" ");
}

function drawTools(say) {
  document.title = say("title");
  byId("title").textContent = say("title");
  byId("lead").textContent = say(`lead_${state.view}`);
  byId("views").replaceChildren(
    ...["columns", "map"].map((view) => {
      const button = action(null, say(`view_${view}`), () => {
        state.view = view;
        draw();
      });
      button.setAttribute("aria-pressed", String(view === state.view));
      return button;
    }),
  );
  const other = state.language === "zh" ? "en" : "zh";
  byId("language").textContent = data.words[other].language_name;
  byId("shade").textContent = say(state.dark ? "shade_light" : "shade_dark");
}

/** Draw everything but the panel, which follows the selection. */
function draw() {
  const say = words();
  document.documentElement.lang = state.language === "zh" ? "zh-CN" : "en";
  document.documentElement.dataset.theme = state.dark ? "dark" : "light";
  drawTools(say);
  drawProvenance(say);
  searchIn(say, state.language);
  byId("legend").setAttribute("aria-label", say("legend"));
  showTypes(byId("legend"), { ...data.pictures[state.view][state.language], dark: state.dark }, state.hidden, (type) => {
    if (!state.hidden.delete(type)) state.hidden.add(type);
    draw();
  });
  const room = window.innerHeight - byId("picture").getBoundingClientRect().top - window.scrollY - 110;
  canvas.update(picture(), Math.max(460, Math.round(room)));
  canvas.select(state.selected);
}

byId("language").addEventListener("click", () => {
  state.language = state.language === "zh" ? "en" : "zh";
  draw();
  showPanel(byId("side"), data, state.selected, words(), state.language, act);
});
byId("shade").addEventListener("click", () => {
  state.dark = !state.dark;
  draw();
});
draw();
showPanel(byId("side"), data, null, words(), state.language, act);
const { locate, locateEdge, state: seen, camera } = canvas;
(window.__tifa ??= {}).snapshot = { locate, locateEdge, state: seen, camera };
