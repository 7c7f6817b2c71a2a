// The search box: suggestions while typing, arrows and Enter to choose, the key "/" to come here.

import { el } from "../../../frontend/dom.js";
import { nameOf } from "./model.js";

const MOST = 12;

/** The items whose name holds the query, those that begin with it first, then the better connected. */
function matches(data, query, language) {
  const wanted = query.trim().toLowerCase();
  if (!wanted) return [];
  const found = [];
  for (const [id, item] of Object.entries(data.items)) {
    const others = item.facts.filter(([key]) => key === "forms" || key === "aliases").flatMap(([, value]) => value);
    const names = [item.name, item.name_en, ...others].filter(Boolean);
    const places = names.map((name) => String(name).toLowerCase().indexOf(wanted)).filter((at) => at >= 0);
    if (!places.length) continue;
    const first = places.includes(0) ? 0 : 1;
    found.push({ id, item, name: nameOf(item, language), first, ties: data.touching.get(id).length });
  }
  return found.sort((a, b) => a.first - b.first || b.ties - a.ties || (a.id < b.id ? -1 : 1)).slice(0, MOST);
}

/** Wire the box; returns a function that sets it to a language. */
export function wireSearch(input, list, data, onChoose) {
  let language = "zh";
  let words = null;
  let rows = [];
  let at = -1;
  const close = () => {
    list.hidden = true;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  };
  const choose = (row) => {
    close();
    input.value = row.name;
    onChoose(row.id);
  };
  const mark = (index) => {
    at = index;
    [...list.children].forEach((item, i) => item.setAttribute("aria-selected", String(i === at)));
    if (at >= 0) {
      input.setAttribute("aria-activedescendant", list.children[at].id);
      list.children[at].scrollIntoView({ block: "nearest" });
    }
  };
  const suggest = () => {
    rows = matches(data, input.value, language);
    list.replaceChildren(
      ...rows.map((row, index) => {
        const item = el("li");
        item.id = `suggestion-${index}`;
        item.setAttribute("role", "option");
        item.append(el("span", null, row.name), el("span", null, words(`type_${row.item.type}`)));
        item.addEventListener("mousedown", (event) => {
          event.preventDefault();
          choose(row);
        });
        return item;
      }),
    );
    list.hidden = rows.length === 0;
    input.setAttribute("aria-expanded", String(rows.length > 0));
    mark(rows.length ? 0 : -1);
  };
  input.addEventListener("input", suggest);
  input.addEventListener("focus", () => input.value && suggest());
  input.addEventListener("blur", close);
  input.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    if (event.key === "ArrowDown" && rows.length) mark((at + 1) % rows.length);
    else if (event.key === "ArrowUp" && rows.length) mark((at + rows.length - 1) % rows.length);
    else if (event.key === "Enter" && rows[at]) choose(rows[at]);
    else if (event.key === "Escape") close();
    else return;
    event.preventDefault();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input,textarea,dialog")) return;
    event.preventDefault();
    input.select();
    input.focus();
  });
  return (nextWords, nextLanguage) => {
    words = nextWords;
    language = nextLanguage;
    input.placeholder = words("search");
    input.setAttribute("aria-label", words("search"));
  };
}
