// Themes over the speeches: one stack of shares a speech, a band wherever two neighbouring speeches hold the theme.
//
// data: { columns: [{ id, name, note: [lines] }], layers: [{ id, name, shares: [one a column], titles }], selected, words: { aria } }
// State: selected { row, column }. A band belongs to both its speeches: a click selects the nearer one.

import { el } from "./dom.js";

const NS = "http://www.w3.org/2000/svg";
const HEIGHT = 520;
const TOP = 8;
const GAP = 3;
const BAR = 14;
const LINE = 15;
const FOOT = 68;

const svg = (tag, attributes, className) => {
  const node = document.createElementNS(NS, tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, String(value));
  if (className) node.setAttribute("class", className);
  return node;
};

const titled = (node, text) => {
  const title = document.createElementNS(NS, "title");
  title.textContent = text;
  node.append(title);
  return node;
};

/** Give each share its place: stacks from the top in the layers' order, all in one scale. */
function stacks(data) {
  const sums = data.columns.map((_, c) => data.layers.reduce((sum, layer) => sum + layer.shares[c], 0));
  const present = data.columns.map((_, c) => data.layers.filter((layer) => layer.shares[c] > 0).length);
  const room = HEIGHT - GAP * Math.max(...present, 1);
  const scale = room / Math.max(...sums, 1e-9);
  return data.columns.map((_, c) => {
    let y = TOP;
    return data.layers.map((layer) => {
      if (!layer.shares[c]) return null;
      const place = { y, h: Math.max(1, layer.shares[c] * scale) };
      y += place.h + GAP;
      return place;
    });
  });
}

/** Push labels apart downwards, then back up where they leave the frame. */
function spread(wanted) {
  const places = [...wanted];
  for (let i = 1; i < places.length; i++) places[i] = Math.max(places[i], places[i - 1] + LINE);
  let limit = TOP + HEIGHT;
  for (let i = places.length - 1; i >= 0; i--) {
    places[i] = Math.min(places[i], limit);
    limit = places[i] - LINE;
  }
  return places;
}

function band(from, to, x0, x1) {
  const middle = (x0 + x1) / 2;
  const edge = (a, b) => `C${middle},${a} ${middle},${b}`;
  return `M${x0},${from.y} ${edge(from.y, to.y)} ${x1},${to.y} L${x1},${to.y + to.h} ${edge(to.y + to.h, from.y + from.h)} ${x0},${from.y + from.h} Z`;
}

function labels(group, data, places, column, x, anchor) {
  const here = data.layers.map((layer, index) => ({ layer, place: places[column][index] })).filter((one) => one.place);
  const heights = spread(here.map(({ place }) => place.y + place.h / 2 + 4));
  here.forEach(({ layer }, index) => {
    const text = svg("text", { x, y: heights[index], "text-anchor": anchor, "data-theme": layer.id }, "tifa-flow-label");
    text.textContent = layer.name;
    group.append(text);
  });
}

/** Write a column's name and its dates below it, no wider than the way to the next column. */
function foot(picture, column, x, width) {
  const most = Math.max(3, Math.floor((width - 10) / 13));
  const short = column.name.length > most ? `${column.name.slice(0, most - 1)}…` : column.name;
  const line = (y, className) => svg("text", { x: x + BAR / 2, y: TOP + HEIGHT + y, "text-anchor": "middle" }, className);
  const name = titled(line(24, "tifa-flow-name"), column.name);
  name.append(short);
  picture.append(name);
  column.note.forEach((date, index) => {
    const note = line(42 + 16 * index, "tifa-flow-note");
    note.textContent = date;
    picture.append(note);
  });
}

function draw(frame, data, choose) {
  const width = Math.max(420, frame.clientWidth || 800);
  const wide = Math.max(...data.layers.map((layer) => [...layer.name].reduce((sum, char) => sum + (char > "~" ? 2 : 1), 0)));
  const side = Math.min(width * 0.24, 16 + wide * 6.8);
  const picture = svg("svg", { width, height: TOP + HEIGHT + FOOT, role: "group", "aria-label": data.words.aria });
  const places = stacks(data);
  const last = data.columns.length - 1;
  const step = last ? (width - 2 * side - BAR) / last : 0;
  const at = (column) => side + step * column;
  const bands = svg("g", {});
  const bars = svg("g", {});
  data.layers.forEach((layer, index) => {
    for (let column = 0; column <= last; column++) {
      const place = places[column][index];
      if (!place) continue;
      const next = places[column + 1]?.[index];
      if (next) {
        const x0 = at(column) + BAR;
        const x1 = at(column + 1);
        const node = svg("path", { d: band(place, next, x0, x1), "data-theme": layer.id }, "tifa-flow-band");
        node.addEventListener("click", (event) => {
          const x = event.clientX - picture.getBoundingClientRect().left;
          choose(layer.id, data.columns[x > (x0 + x1) / 2 ? column + 1 : column].id);
        });
        bands.append(titled(node, `${layer.titles[column]}\n${layer.titles[column + 1]}`));
      }
      const bar = svg("rect", { x: at(column), y: place.y, width: BAR, height: place.h, "data-theme": layer.id, "data-column": data.columns[column].id, tabindex: 0, role: "button", "aria-label": layer.titles[column] }, "tifa-flow-bar");
      bar.addEventListener("click", () => choose(layer.id, data.columns[column].id));
      bar.addEventListener("keydown", (event) => {
        if (event.key !== "Enter" && event.key !== " ") return;
        event.preventDefault();
        choose(layer.id, data.columns[column].id);
      });
      bars.append(titled(bar, layer.titles[column]));
    }
  });
  picture.append(bands, bars);
  labels(picture, data, places, 0, side - 8, "end");
  if (last) labels(picture, data, places, last, at(last) + BAR + 8, "start");
  data.columns.forEach((column, index) => foot(picture, column, at(index), step || width / 2));
  light(picture, data.selected?.row, data.selected);
  picture.addEventListener("pointerover", (event) => light(picture, event.target.dataset?.theme ?? data.selected?.row, data.selected));
  picture.addEventListener("pointerleave", () => light(picture, data.selected?.row, data.selected));
  frame.replaceChildren(picture);
}

/** Light one theme in the accent; the bar that is selected has a line around it. */
function light(picture, theme, selected) {
  for (const node of picture.querySelectorAll("[data-theme]")) {
    node.classList.toggle("tifa-flow-lit", Boolean(theme) && node.dataset.theme === theme);
    const chosen = selected && node.dataset.theme === selected.row && node.dataset.column === selected.column;
    if (node.dataset.column) node.classList.toggle("tifa-flow-chosen", Boolean(chosen));
  }
}

export default function ({ parentElement, data, setStateValue }) {
  parentElement.querySelector(":scope > .tifa-flow")?.remove();
  const frame = el("div", "tifa-flow");
  parentElement.append(frame);
  const state = { ...data };
  const choose = (row, column) => {
    state.selected = { row, column };
    light(frame, row, state.selected);
    setStateValue("selected", state.selected);
  };
  const redraw = () => draw(frame, state, choose);
  let seen = 0;
  const watch = new ResizeObserver(() => {
    if (Math.abs(frame.clientWidth - seen) < 4) return;
    seen = frame.clientWidth;
    redraw();
  });
  watch.observe(frame);
  return () => {
    watch.disconnect();
    frame.remove();
  };
}
