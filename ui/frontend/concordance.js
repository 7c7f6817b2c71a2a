// A concordance: every place of a wording in one column under the other, with what stands left and right of it.
//
// data: { type, rows: [{ speech, start, left, key, right, place, title }], sort: "place" | "left" | "right",
//         words: { place, left, right, sort, more }, shown }
// State: sort. Trigger: read { speech, start }.

import { action, el } from "./dom.js";

const opened = new WeakMap();
const collator = new Intl.Collator("zh");
const marks = /[\s\p{P}\p{S}]+/gu;

/** What a row is sorted by: the characters beside the wording, nearest first, without punctuation. */
const keys = {
  left: (row) => Array.from(row.left.replace(marks, "")).reverse().slice(0, 12).join(""),
  right: (row) => Array.from(row.right.replace(marks, "")).slice(0, 12).join(""),
};

function ordered(rows, sort) {
  const key = keys[sort];
  if (!key) return rows;
  const found = rows.map((row, at) => ({ row, at, key: key(row) }));
  return found.sort((a, b) => collator.compare(a.key, b.key) || a.at - b.at).map((one) => one.row);
}

function switches(data, sort, choose) {
  const line = el("p", "tifa-kwic-sort");
  line.append(el("span", null, data.words.sort));
  for (const name of ["place", "left", "right"]) {
    const button = action(null, data.words[name], () => choose(name));
    button.setAttribute("aria-pressed", String(name === sort));
    line.append(button);
  }
  return line;
}

function lineOf(row, trigger) {
  const line = action("tifa-kwic-row", null, () => trigger("read", { speech: row.speech, start: row.start }));
  line.title = row.title;
  const left = el("span", "tifa-kwic-left");
  left.append(el("span", null, row.left));
  line.append(left, el("b", "tifa-kwic-key", row.key), el("span", "tifa-kwic-right", row.right), el("span", "tifa-kwic-place", row.place));
  return line;
}

export default function ({ parentElement, data, setStateValue, setTriggerValue }) {
  const state = opened.get(parentElement) ?? { all: false, sort: data.sort };
  opened.set(parentElement, state);
  const draw = () => {
    parentElement.querySelector(":scope > .tifa-kwic")?.remove();
    const frame = el("div", "tifa-kwic");
    frame.style.setProperty("--type", `var(--tifa-${data.type})`);
    const choose = (sort) => {
      state.sort = sort;
      draw();
      setStateValue("sort", sort);
    };
    frame.append(switches(data, state.sort, choose));
    const shown = state.all ? data.rows.length : data.shown;
    for (const row of ordered(data.rows, state.sort).slice(0, shown)) frame.append(lineOf(row, setTriggerValue));
    if (data.rows.length > shown) {
      const more = action("tifa-more", data.words.more.replace("{n}", data.rows.length - shown), () => {
        state.all = true;
        draw();
      });
      frame.append(more);
    }
    parentElement.append(frame);
  };
  draw();
  return () => {
    parentElement.querySelector(":scope > .tifa-kwic")?.remove();
    opened.delete(parentElement);
  };
}
