// What lights up when something is pointed at or selected; the rest dims.
//
// In columns a path is not a claim: a text, a theme and a formulation light together only where a triple
// [text, theme, formulation, count] of the payload says that one section of the text joins them.

const none = () => ({ nodes: new Set(), edges: new Set(), marks: new Map() });

/** Index what the lights need: edges by id and by their ends, triples, nodes by id. */
export function indexOf(picture) {
  const nodes = new Map(picture.nodes.map((node) => [node.id, node]));
  const edges = new Map(picture.edges.map((edge) => [edge.id, edge]));
  const between = new Map(picture.edges.map((edge) => [`${edge.from} ${edge.to}`, edge.id]));
  const touching = new Map(picture.nodes.map((node) => [node.id, []]));
  for (const edge of picture.edges) {
    touching.get(edge.from)?.push(edge);
    touching.get(edge.to)?.push(edge);
  }
  return { nodes, edges, between, touching, lit: picture.lit ?? [], columns: picture.kind === "columns" };
}

function mark(light, formulation, text) {
  if (!light.marks.has(formulation)) light.marks.set(formulation, new Set());
  light.marks.get(formulation).add(text);
}

function addTriple(index, light, [text, theme, formulation]) {
  for (const id of [text, theme, formulation]) if (index.nodes.has(id)) light.nodes.add(id);
  for (const ends of [`${text} ${theme}`, `${theme} ${formulation}`]) {
    const edge = index.between.get(ends);
    if (edge !== undefined) light.edges.add(edge);
  }
  mark(light, formulation, text);
}

/** Light an edge with its two ends, if the other end is of one of these types. */
function addEdges(index, light, id, types) {
  light.nodes.add(id);
  for (const edge of index.touching.get(id) ?? []) {
    const other = edge.from === id ? edge.to : edge.from;
    if (types && !types.has(index.nodes.get(other)?.type)) continue;
    light.edges.add(edge.id);
    light.nodes.add(other);
  }
}

function lightOfColumnNode(index, node) {
  const light = none();
  light.nodes.add(node.id);
  for (const triple of index.lit) if (triple.includes(node.id)) addTriple(index, light, triple);
  if (node.type === "Speech" || node.type === "Theme") addEdges(index, light, node.id, new Set(["Theme", "Speech"]));
  for (const other of index.nodes.values()) {
    if (!other.squares) continue;
    for (const square of other.squares) {
      if (square.state === "absent") continue;
      if (square.text === node.id || other.id === node.id) {
        light.nodes.add(other.id);
        light.nodes.add(square.text);
        mark(light, other.id, square.text);
      }
    }
  }
  return light;
}

function lightOfColumnEdge(index, edge) {
  const light = none();
  light.edges.add(edge.id);
  light.nodes.add(edge.from).add(edge.to);
  for (const triple of index.lit) {
    if (triple.includes(edge.from) && triple.includes(edge.to)) addTriple(index, light, triple);
  }
  return light;
}

/** Return the nodes, edges and squares that belong to `what` ({kind, id}), or null for none. */
export function lightOf(index, what) {
  if (!what) return null;
  if (what.kind === "node") {
    const node = index.nodes.get(what.id);
    if (!node) return null;
    if (index.columns) return lightOfColumnNode(index, node);
    const light = none();
    addEdges(index, light, node.id, null);
    return light;
  }
  const edge = index.edges.get(what.id);
  if (!edge) return null;
  if (index.columns) return lightOfColumnEdge(index, edge);
  const light = none();
  light.edges.add(edge.id);
  light.nodes.add(edge.from).add(edge.to);
  return light;
}
