// Evidence of the snapshot: sentences in their paragraphs, ten at a time, drawn by the explorer's own component.

import { action, el } from "../../../frontend/dom.js";
import drawText from "../../../frontend/text.js";
import { nameOf, paragraphAround, sentenceAt } from "./model.js";

const PAGE = 10;

/** One row a sentence: the spans inside it are marked together. */
function placesOf(data, indices) {
  const places = new Map();
  for (const index of indices) {
    const span = data.evidence[index];
    const sentences = data.bySpeech.get(span.speech);
    const at = sentenceAt(sentences, span.start);
    const key = `${span.speech} ${at}`;
    if (!places.has(key)) places.set(key, { speech: span.speech, at, sentence: sentences[at], spans: [] });
    places.get(key).spans.push(span);
  }
  return [...places.values()].sort((a, b) => (a.speech < b.speech ? -1 : a.speech > b.speech ? 1 : a.at - b.at));
}

function itemOf(data, place, type, words, language) {
  const { sentence } = place;
  const text = sentence.text.trimEnd();
  const end = sentence.start + Array.from(text).length;
  const speech = nameOf(data.items[place.speech], language);
  const section = words.maybe(sentence.section, sentence.section);
  const number = words("sentence_number", { n: sentence.order + 1 });
  const whole = place.spans.every((span) => span.start <= sentence.start && span.end >= end);
  const offsets = place.spans.map((span) => `${span.start}–${span.end}`).join(", ");
  const mark = (span) => ({ start: span.start, end: Math.min(span.end, end), label: type, id: null, title: "" });
  const marks = whole ? [] : place.spans.map(mark);
  return {
    speech: place.speech,
    ...paragraphAround(data.bySpeech.get(place.speech), place.at),
    text,
    start: sentence.start,
    marks,
    meta: [speech, section, number, offsets].join(" · "),
    citation: words("citation", { text, speech, section, number }),
  };
}

/** Put evidence into `host`: the number above, ten sentences, and a way to the next ones. */
export function showEvidence(host, data, indices, type, words, language, onRead) {
  host.replaceChildren();
  if (!indices.length) {
    host.append(el("p", "hint", words("no_evidence")));
    return;
  }
  host.append(el("p", "count", words("evidence_count", { n: indices.length })));
  const places = placesOf(data, indices);
  const labels = Object.fromEntries(["read", "copy", "copied", "copy_failed"].map((key) => [key, words(key)]));
  const more = (from) => {
    const box = el("div");
    host.append(box);
    const items = places.slice(from, from + PAGE).map((place) => itemOf(data, place, type, words, language));
    drawText({
      parentElement: box,
      data: { mode: "evidence", items, words: labels },
      setTriggerValue: (name, value) => name === "read" && onRead(value),
    });
    const left = places.length - from - PAGE;
    if (left <= 0) return;
    const next = action("more", words("evidence_more", { n: Math.min(left, PAGE) }), () => {
      next.remove();
      more(from + PAGE);
    });
    host.append(next);
  };
  more(0);
}
