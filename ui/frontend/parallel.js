// Passages that two texts share, side by side, with what differs between them.
//
// data: { items: [{ note, left, right }], shown, words: { more, read } }; a side is { speech, start, name, pieces: [{ text, same }] }
// Trigger: read { speech, start }.

import { action, el } from "./dom.js";

function sideOf(side, words, trigger) {
  const box = el("div", "tifa-parallel-side");
  const name = action("tifa-parallel-name", side.name, () => trigger("read", { speech: side.speech, start: side.start }));
  name.title = words.read;
  const text = el("p", "tifa-quote");
  for (const piece of side.pieces) text.append(el(piece.same ? "span" : "mark", piece.same ? null : "tifa-differs", piece.text));
  box.append(name, text);
  return box;
}

export default function ({ parentElement, data, setTriggerValue }) {
  const draw = (all) => {
    parentElement.querySelector(":scope > .tifa-parallels")?.remove();
    const frame = el("div", "tifa-parallels");
    for (const item of all ? data.items : data.items.slice(0, data.shown)) {
      const row = el("article", "tifa-parallel");
      row.append(sideOf(item.left, data.words, setTriggerValue), sideOf(item.right, data.words, setTriggerValue));
      row.append(el("p", "tifa-meta", item.note));
      frame.append(row);
    }
    if (!all && data.items.length > data.shown) {
      frame.append(action("tifa-more", data.words.more.replace("{n}", data.items.length - data.shown), () => draw(true)));
    }
    parentElement.append(frame);
  };
  draw(false);
  return () => parentElement.querySelector(":scope > .tifa-parallels")?.remove();
}
