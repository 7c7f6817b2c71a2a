// The panel at the right: facts and neighbours of what is selected, and the sentences behind it.

import { el } from "../../../frontend/dom.js";
import drawDetails from "../../../frontend/details.js";
import { showEvidence } from "./evidence.js";
import { nameOf } from "./model.js";

const ORDER = ["USES", "EXPRESSES", "ABOUT", "CITES", "NAMES", "QUOTES", "ATTRIBUTED_TO", "COMPRISES", "CONTAINS"];
const FROM_SPEECH = new Set(["USES", "EXPRESSES", "CITES", "NAMES", "QUOTES"]);

function factsOf(item, words) {
  return item.facts
    .filter(([key]) => words.maybe(`fact_${key}`))
    .map(([key, value]) => ({
      name: words(`fact_${key}`),
      value: Array.isArray(value) ? value.join("、") : words.maybe(`value_${value}`, String(value)),
    }));
}

function groupsOf(data, id, words, language) {
  const groups = [];
  for (const type of ORDER) {
    for (const side of ["out", "in"]) {
      const [here, there] = side === "out" ? ["from", "to"] : ["to", "from"];
      const edges = data.touching.get(id).filter((edge) => edge.type === type && edge[here] === id);
      if (!edges.length) continue;
      edges.sort((a, b) => b.count - a.count || (a.id < b.id ? -1 : 1));
      const rows = edges.map((edge) => {
        const other = data.items[edge[there]];
        const row = { id: edge[there], type: other.type, name: nameOf(other, language) };
        return edge.evidence.length ? { ...row, count: edge.count, edge: edge.id } : { ...row, count: null, edge: null };
      });
      groups.push({ title: words(`group_${type}_${side}`), rows });
    }
  }
  return groups;
}

/** The type whose words an edge's evidence marks: under a theme it is the formulation that stands in the text. */
const markedType = (data, edge) => data.items[edge.type === "ABOUT" ? edge.from : edge.to].type;

function showNode(host, data, id, words, language, act) {
  const item = data.items[id];
  const box = el("div");
  const below = el("div");
  host.append(box, below);
  const second = item.type === "Theme" && language === "en" ? item.name : item.name_en;
  const reveal = (edge) => {
    const found = data.relationship(edge);
    showEvidence(below, data, found.evidence, markedType(data, found), words, language, act.read);
    below.scrollIntoView({ block: "nearest" });
  };
  drawDetails({
    parentElement: box,
    data: {
      type: item.type,
      typeName: words(`type_${item.type}`),
      name: nameOf(item, language),
      subtitle: second ?? "",
      facts: factsOf(item, words),
      groups: groupsOf(data, id, words, language),
      words: { more: words("more"), show_evidence: words("show_evidence") },
    },
    setTriggerValue: (name, value) => (name === "open" ? act.select({ kind: "node", id: value.id }) : reveal(value.edge)),
  });
  const own = data.touching.get(id).filter((edge) => edge.to === id && FROM_SPEECH.has(edge.type));
  const indices = [...new Set(own.flatMap((edge) => edge.evidence))];
  if (indices.length) showEvidence(below, data, indices, item.type, words, language, act.read);
}

function showEdge(host, data, id, words, language, act) {
  const edge = data.relationship(id);
  const [from, to] = [data.items[edge.from], data.items[edge.to]];
  const box = el("div");
  const below = el("div");
  host.append(box, below);
  const row = (key, item) => ({ id: key, type: item.type, name: nameOf(item, language), count: null, edge: null });
  drawDetails({
    parentElement: box,
    data: {
      type: to.type,
      typeName: words(`kind_${edge.type}`),
      name: `${nameOf(from, language)} — ${nameOf(to, language)}`,
      subtitle: "",
      facts: [],
      groups: [{ title: "", rows: [row(edge.from, from), row(edge.to, to)] }],
      words: { more: words("more"), show_evidence: words("show_evidence") },
    },
    setTriggerValue: (name, value) => name === "open" && act.select({ kind: "node", id: value.id }),
  });
  showEvidence(below, data, edge.evidence, markedType(data, edge), words, language, act.read);
}

/** Show what is selected; nothing selected says what can be done. `act` offers select and read. */
export function showPanel(host, data, selected, words, language, act) {
  host.replaceChildren();
  host.scrollTop = 0;
  const known = selected && (selected.kind === "node" ? data.items[selected.id] : data.relationship(selected.id));
  if (!known) host.append(el("p", "hint", words("hint")));
  else (selected.kind === "node" ? showNode : showEdge)(host, data, selected.id, words, language, act);
}
