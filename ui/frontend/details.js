// What is selected: its type and name, its facts, and its neighbours in groups. A name opens that node, a number
// opens the evidence that it counts.
//
// data: { type, typeName, name, subtitle, facts: [{ name, value }], groups: [{ title, note, rows: [{ id, type, name,
//         count, edge, parts }] }], words, beside: groups stand side by side, shown: rows of a group before
// more is asked for, whole: names take as many lines as they need }
// Triggers: open { id }, evidence { edge }.

import { action, el } from "./dom.js";

const SHOWN_ROWS = 5;

function rows(group, words, shown, trigger) {
  const list = el("ul", "tifa-rows");
  group.rows.forEach((row, index) => {
    const item = el("li", index >= shown ? "tifa-row tifa-row-more" : "tifa-row");
    const name = action("tifa-name", row.name, () => trigger("open", { id: row.id }));
    name.style.setProperty("--type", `var(--tifa-${row.type})`);
    name.title = row.name;
    item.append(name);
    if (row.parts) item.append(el("span", "tifa-parts", row.parts));
    if (row.count != null) {
      const count = row.edge
        ? action("tifa-count", String(row.count), () => trigger("evidence", { edge: row.edge }))
        : el("span", "tifa-count", String(row.count));
      if (row.edge) count.title = words.show_evidence;
      item.append(count);
    }
    list.append(item);
  });
  return list;
}

export default function ({ parentElement, data, setTriggerValue }) {
  parentElement.querySelector(":scope > .tifa-details")?.remove();
  const box = el("section", "tifa-details");
  const kind = el("p", "tifa-kind", data.typeName);
  kind.style.setProperty("--type", `var(--tifa-${data.type})`);
  box.append(kind, el("h3", null, data.name));
  if (data.subtitle) box.append(el("p", "tifa-subtitle", data.subtitle));
  if (data.facts.length) {
    const facts = el("dl", "tifa-facts");
    for (const fact of data.facts) facts.append(el("dt", null, fact.name), el("dd", null, fact.value));
    box.append(facts);
  }
  const shown = data.shown ?? SHOWN_ROWS;
  if (data.whole) box.classList.add("tifa-details-whole");
  if (data.beside) box.classList.add("tifa-details-beside");
  for (const group of data.groups) {
    const part = el("div", "tifa-group");
    part.append(el("h4", null, group.title));
    if (group.note) part.append(el("p", "tifa-note", group.note));
    const list = rows(group, data.words, shown, setTriggerValue);
    part.append(list);
    box.append(part);
    if (group.rows.length > shown) {
      const more = action("tifa-more", data.words.more.replace("{n}", group.rows.length - shown), () => {
        list.classList.add("tifa-rows-all");
        more.remove();
      });
      part.append(more);
    }
  }
  parentElement.append(box);
  return () => box.remove();
}
