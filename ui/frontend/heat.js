// A table of speeches by themes, as an accessible HTML table: the fuller the cell, the larger the share.
//
// data: { columns: [{ id, name, title }], rows: [{ id, name, title }], cells: { "ROW COLUMN": { share, count, title } }, values, selected }
// `upright` turns the columns' names; with `triangle` the cells at and after the diagonal are no cells.
// State: selected { row, column } or null.

import { el } from "./dom.js";

function cell(data, row, column, choose) {
  const box = el("td");
  const value = data.cells[`${row.id} ${column.id}`];
  const button = el("button", "tifa-cell");
  button.setAttribute("aria-label", `${row.name} · ${column.name}: ${value ? value.title : data.words.none}`);
  if (value) {
    const strength = Math.min(1, value.share / data.top);
    button.style.setProperty("--share", `${Math.round(12 + 88 * strength)}%`);
    button.classList.add("tifa-cell-full");
    if (strength > 0.55) button.classList.add("tifa-cell-strong");
    button.title = `${row.name} · ${column.name}\n${value.title}`;
    button.textContent = data.values ? String(value.count) : "";
    button.addEventListener("click", () => choose({ row: row.id, column: column.id }));
  } else {
    button.disabled = true;
  }
  if (data.selected && data.selected.row === row.id && data.selected.column === column.id) button.classList.add("tifa-cell-selected");
  box.append(button);
  return box;
}

export default function ({ parentElement, data, setStateValue }) {
  parentElement.querySelector(":scope > .tifa-heat")?.remove();
  const frame = el("div", data.upright ? "tifa-heat tifa-heat-upright" : "tifa-heat");
  const table = el("table");
  const head = el("tr");
  head.append(el("th"));
  for (const column of data.columns) {
    const th = el("th", null, column.name);
    th.scope = "col";
    th.title = column.title;
    if (data.upright) th.replaceChildren(el("span", null, column.name));
    head.append(th);
  }
  table.append(head);
  const choose = (selected) => {
    for (const button of table.querySelectorAll(".tifa-cell-selected")) button.classList.remove("tifa-cell-selected");
    setStateValue("selected", selected);
  };
  for (const row of data.rows) {
    const line = el("tr");
    const th = el("th", null, row.name);
    th.scope = "row";
    th.title = row.title;
    line.append(th);
    data.columns.forEach((column, index) => {
      line.append(data.triangle && index > data.rows.indexOf(row) ? el("td") : cell(data, row, column, choose));
    });
    table.append(line);
  }
  table.addEventListener("click", (e) => e.target.closest(".tifa-cell-full")?.classList.add("tifa-cell-selected"));
  frame.append(table);
  parentElement.append(frame);
  return () => frame.remove();
}
