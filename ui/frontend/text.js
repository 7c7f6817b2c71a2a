// A speech, or a list of evidence sentences, with its marks. Everything is built with textContent: nothing from a text runs.
//
// data.mode "reader":   { blocks: [{ start, text, level|null, marks, notes: [{ start, id, text }] }], outline: [{ start, level, text }], focus, hidden: [label] }
// data.mode "evidence": { items: [{ speech, before, text, after, start, marks, meta, citation }] }
// A mark is { start, end, label, id, title }, offsets in code points of the source; nested marks may share places.
// Triggers: open { id } (a mark was clicked), read { speech, start } (go to the place in the reader).

import { action, el } from "./dom.js";

const instances = new WeakMap();

/** Cut a text at the ends of its marks: [{ text, marks }], marks outermost first. */
function pieces(characters, offset, marks) {
  const cuts = new Set([0, characters.length]);
  for (const m of marks) {
    cuts.add(Math.max(0, m.start - offset));
    cuts.add(Math.min(characters.length, m.end - offset));
  }
  const at = [...cuts].filter((c) => c >= 0 && c <= characters.length).sort((a, b) => a - b);
  const found = [];
  for (let i = 0; i + 1 < at.length; i++) {
    const inside = marks
      .filter((m) => m.start - offset <= at[i] && m.end - offset >= at[i + 1])
      .sort((a, b) => b.end - b.start - (a.end - a.start));
    found.push({ text: characters.slice(at[i], at[i + 1]).join(""), marks: inside });
  }
  return found;
}

/** Underlines one below the other, the outermost lowest. */
function underline(span, marks) {
  const layers = marks.map((m, i) => ({ color: `var(--tifa-${m.label})`, y: (marks.length - 1 - i) * 4 }));
  span.style.backgroundImage = layers.map((l) => `linear-gradient(${l.color},${l.color})`).join(",");
  span.style.backgroundSize = layers.map(() => "100% 2px").join(",");
  span.style.backgroundPosition = layers.map((_, i) => `0 calc(100% - ${(layers.length - 1 - layers[i].y / 4) * 4}px)`).join(",");
  span.style.backgroundRepeat = "no-repeat";
  span.style.paddingBottom = `${2 + 4 * (marks.length - 1)}px`;
}

function fill(target, text, offset, marks, trigger) {
  for (const piece of pieces(Array.from(text), offset, marks)) {
    if (!piece.marks.length) {
      target.append(document.createTextNode(piece.text));
      continue;
    }
    const inner = piece.marks[piece.marks.length - 1];
    const span = el("span", "tifa-mark", piece.text);
    span.title = piece.marks.map((m) => m.title).filter(Boolean).join("\n");
    span.dataset.id = inner.id ?? "";
    span.style.setProperty("--tint", `var(--tifa-${inner.label})`);
    underline(span, piece.marks);
    if (inner.id) {
      span.tabIndex = 0;
      span.setAttribute("role", "link");
      const open = () => trigger("open", { id: inner.id });
      span.addEventListener("click", open);
      span.addEventListener("keydown", (e) => e.key === "Enter" && open());
    }
    target.append(span);
  }
}

const CONTEXT_CHARS = 80;

/** What stands around a sentence in its paragraph; of a long stretch the near end, the rest after a click on "…". */
function context(text, atEnd) {
  const span = el("span", "tifa-context");
  const characters = Array.from(text);
  if (characters.length <= CONTEXT_CHARS + 20) {
    span.textContent = text;
    return span;
  }
  const near = atEnd ? characters.slice(-CONTEXT_CHARS) : characters.slice(0, CONTEXT_CHARS);
  const more = action("tifa-ellipsis", "……", () => (span.textContent = text));
  span.append(...(atEnd ? [more, near.join("")] : [near.join(""), more]));
  return span;
}

function evidence(root, data, trigger) {
  for (const item of data.items) {
    const box = el("article", "tifa-evidence");
    const quote = el("p", "tifa-quote");
    if (item.before) quote.append(context(item.before, true));
    const sentence = el("span", "tifa-sentence");
    fill(sentence, item.text, item.start, item.marks, trigger);
    quote.append(sentence);
    if (item.after) quote.append(context(item.after, false));
    const foot = el("p", "tifa-meta", item.meta);
    const actions = el("p", "tifa-actions");
    const read = el("button", null, data.words.read);
    read.addEventListener("click", () => trigger("read", { speech: item.speech, start: item.start }));
    const copy = el("button", null, data.words.copy);
    copy.addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText(item.citation);
        copy.textContent = data.words.copied;
      } catch {
        copy.textContent = data.words.copy_failed;
      }
      setTimeout(() => (copy.textContent = data.words.copy), 1600);
    });
    actions.append(read, copy);
    box.append(quote, foot, actions);
    root.append(box);
  }
}

function reader(root, data, trigger) {
  const page = el("div", "tifa-reader");
  if (data.outline.length) {
    const side = el("nav", "tifa-outline");
    side.setAttribute("aria-label", data.words.outline);
    for (const entry of data.outline) {
      const line = el("button", `tifa-outline-${Math.min(entry.level, 3)}`, entry.text);
      line.title = entry.text;
      line.addEventListener("click", () => show(page, entry.start));
      side.append(line);
    }
    page.append(side);
  }
  const body = el("div", "tifa-text");
  const hidden = new Set(data.hidden ?? []);
  for (const block of data.blocks) {
    const line = el("p", block.level ? `tifa-block tifa-heading tifa-heading-${Math.min(block.level, 3)}` : "tifa-block");
    line.dataset.start = block.start;
    line.dataset.end = block.start + Array.from(block.text).length;
    fill(line, block.text, block.start, block.marks.filter((m) => !hidden.has(m.label)), trigger);
    body.append(line);
    for (const note of hidden.has("Passage") ? [] : block.notes ?? []) {
      const shared = action("tifa-shared", note.text, () => trigger("open", { id: note.id }));
      shared.dataset.start = note.start;
      body.append(shared);
    }
  }
  page.append(body);
  root.append(page);
  if (data.focus != null) requestAnimationFrame(() => show(page, data.focus));
}

/** Scroll to the block that holds an offset, and let it stand out for a moment. */
function show(page, offset) {
  for (const line of page.querySelectorAll(".tifa-block")) {
    if (+line.dataset.start <= offset && offset < +line.dataset.end) {
      line.scrollIntoView({ block: "center" });
      line.classList.add("tifa-focus");
      setTimeout(() => line.classList.remove("tifa-focus"), 2400);
      return;
    }
  }
}

export default function ({ parentElement, data, setTriggerValue }) {
  const seen = JSON.stringify(data);
  if (instances.get(parentElement) === seen) return;
  instances.set(parentElement, seen);
  let root = parentElement.querySelector(":scope > .tifa-root");
  root?.remove();
  root = el("div", "tifa-root");
  (data.mode === "reader" ? reader : evidence)(root, data, setTriggerValue);
  parentElement.append(root);
  return () => {
    root.remove();
    instances.delete(parentElement);
  };
}
