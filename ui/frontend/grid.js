// A table of counts: names open their node, numbers the sentences that they count, a click on a heading sorts.
//
// data: { columns: [{ name, kind: "name" | "text" | "number", title }], words: { more, sort },
//         rows: [[{ text, value, type, open, evidence, read, share, title }]], shown }
// A cell may have `open` (a node's id), `evidence` (a relationship's key) or `read` ({ speech, start }); `share` (0 to 1)
// draws a bar behind it. Triggers: open { id }, evidence { edge }, read { speech, start }.

import { action, el } from "./dom.js";

const sorting = new WeakMap();
const collator = new Intl.Collator("zh", { numeric: true });

function filled(cell, trigger) {
  const choices = [
    ["open", cell.open && { id: cell.open }],
    ["evidence", cell.evidence && { edge: cell.evidence }],
    ["read", cell.read],
  ];
  const [event, value] = choices.find(([, wanted]) => wanted) ?? [];
  const node = event ? action("tifa-grid-link", cell.text, () => trigger(event, value)) : el("span", null, cell.text);
  if (cell.type) {
    node.classList.add("tifa-typed");
    node.style.setProperty("--type", `var(--tifa-${cell.type})`);
  }
  node.title = cell.title ?? (cell.type ? cell.text : "");
  return node;
}

function lineOf(row, columns, trigger) {
  const line = el("tr");
  row.forEach((cell, index) => {
    const box = el(index ? "td" : "th", `tifa-grid-${columns[index].kind}`);
    if (!index) box.scope = "row";
    box.append(filled(cell, trigger));
    if (cell.share != null) {
      const bar = el("i", "tifa-grid-bar");
      bar.style.width = `${Math.round(100 * Math.min(1, cell.share))}%`;
      box.append(bar);
    }
    line.append(box);
  });
  return line;
}

/** Order rows by a column; equal ones keep their order. */
function ordered(rows, by) {
  if (!by) return rows;
  const key = (row) => row[by.column].value ?? row[by.column].text;
  const compare = (a, b) => (typeof a === "number" && typeof b === "number" ? a - b : collator.compare(String(a), String(b)));
  return [...rows].sort((a, b) => by.sign * compare(key(a), key(b)));
}

function head(data, by, sort) {
  const line = el("tr");
  data.columns.forEach((column, index) => {
    const box = el("th", `tifa-grid-${column.kind}`);
    box.scope = "col";
    if (by?.column === index) box.setAttribute("aria-sort", by.sign > 0 ? "ascending" : "descending");
    const button = action("tifa-grid-sort", column.name, () => sort(index, column.kind === "number" ? -1 : 1));
    button.title = column.title ?? data.words.sort;
    box.append(button);
    line.append(box);
  });
  return line;
}

export default function ({ parentElement, data, setTriggerValue }) {
  const state = sorting.get(parentElement) ?? { by: null, all: false };
  sorting.set(parentElement, state);
  const draw = () => {
    parentElement.querySelector(":scope > .tifa-grid")?.remove();
    const frame = el("div", "tifa-grid");
    const table = el("table");
    const sort = (column, first) => {
      state.by = { column, sign: state.by?.column === column ? -state.by.sign : first };
      draw();
    };
    table.append(head(data, state.by, sort));
    const shown = state.all ? data.rows.length : data.shown;
    for (const row of ordered(data.rows, state.by).slice(0, shown)) table.append(lineOf(row, data.columns, setTriggerValue));
    frame.append(table);
    const rest = data.rows.length - shown;
    if (rest > 0) {
      frame.append(
        action("tifa-more", data.words.more.replace("{n}", rest), () => {
          state.all = true;
          draw();
        }),
      );
    }
    parentElement.append(frame);
  };
  draw();
  return () => {
    parentElement.querySelector(":scope > .tifa-grid")?.remove();
    sorting.delete(parentElement);
  };
}
