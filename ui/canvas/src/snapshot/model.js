// The snapshot's data with the indexes that the page needs. Nothing here touches the page.

const SPAN = /\{(\w+)\}/g;

/** Read the payload that the page carries. */
export function readPayload() {
  const data = JSON.parse(document.getElementById("payload").textContent);
  const touching = new Map(Object.keys(data.items).map((id) => [id, []]));
  for (const edge of data.relationships) {
    touching.get(edge.from)?.push(edge);
    if (edge.to !== edge.from) touching.get(edge.to)?.push(edge);
  }
  const bySpeech = new Map();
  for (const sentence of data.sentences) {
    if (!bySpeech.has(sentence.speech)) bySpeech.set(sentence.speech, []);
    bySpeech.get(sentence.speech).push(sentence);
  }
  const relationships = new Map(data.relationships.map((edge) => [edge.id, edge]));
  return { ...data, touching, bySpeech, relationship: (id) => relationships.get(id) ?? null };
}

/** The dictionary of one language: words("more", { n: 3 }) fills the slots. */
export const dictionary = (data, language) => {
  const known = data.words[language];
  const words = (key, slots) => (slots ? known[key].replace(SPAN, (_, name) => slots[name]) : known[key]);
  words.maybe = (key, otherwise) => known[key] ?? otherwise;
  return words;
};

/** A node's name in a language: themes are translated, a formulation stays what it is. */
export const nameOf = (item, language) => (language === "en" && item.type === "Theme" && item.name_en) || item.name;

/** The sentence that holds an offset of a speech, by its place among the speech's sentences. */
export function sentenceAt(sentences, offset) {
  let low = 0;
  let high = sentences.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (sentences[middle].start <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The paragraph around a sentence: what stands before and after it in its line. */
export function paragraphAround(sentences, index) {
  let [first, last] = [index, index];
  while (first > 0 && !/[\r\n]$/.test(sentences[first - 1].text)) first -= 1;
  while (last + 1 < sentences.length && !/[\r\n]$/.test(sentences[last].text)) last += 1;
  const join = (from, to) => sentences.slice(from, to).map((one) => one.text).join("");
  return { before: join(first, index), after: join(index + 1, last + 1) };
}
