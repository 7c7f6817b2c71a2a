// A whole speech with its marks, in a dialog, at the place that the evidence came from.

import { action, el } from "../../../frontend/dom.js";
import drawText from "../../../frontend/text.js";
import { nameOf } from "./model.js";

/** Cut a speech into its lines, each with the place where it starts. */
function blocksOf(data, speech) {
  const marks = data.marks.filter((mark) => mark.speech === speech);
  const text = data.bySpeech.get(speech).map((sentence) => sentence.text).join("");
  const blocks = [];
  let start = 0;
  for (const line of text.split(/(?<=\n)/)) {
    const length = Array.from(line).length;
    const shown = line.replace(/[\r\n]+$/, "");
    if (shown.trim()) {
      const inside = marks
        .filter((mark) => mark.start < start + length && mark.end > start)
        .map((mark) => ({ ...mark, label: mark.type, title: nameOf(data.items[mark.id], "zh") }));
      blocks.push({ start, text: shown, level: null, marks: inside });
    }
    start += length;
  }
  return blocks;
}

/** Open the dialog at a place. `act.select` is called when a mark is clicked. */
export function openReader(dialog, data, { speech, start }, words, language, act) {
  const head = el("div", "head");
  head.append(el("h2", null, nameOf(data.items[speech], language)), action("close", words("close"), () => dialog.close()));
  const box = el("div");
  dialog.replaceChildren(head, box);
  dialog.showModal();
  const sections = [];
  for (const sentence of data.bySpeech.get(speech)) {
    const { start: begin, section } = sentence;
    if (sections[sections.length - 1]?.text !== section) sections.push({ start: begin, level: 1, text: section });
  }
  const outline = sections.map((one) => ({ ...one, text: words.maybe(one.text, one.text) }));
  drawText({
    parentElement: box,
    data: {
      mode: "reader",
      blocks: blocksOf(data, speech),
      outline,
      focus: start,
      hidden: [],
      words: { outline: words("outline") },
    },
    setTriggerValue: (name, value) => {
      if (name !== "open") return;
      dialog.close();
      act.select({ kind: "node", id: value.id });
    },
  });
}
