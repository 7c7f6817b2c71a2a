// The quiet line below the picture: in columns what the squares mean and what the widths count, on the map each type's shape.

import { drawShape } from "./shapes.js";

const SIDE = 16;

/** One type's shape, drawn as the map draws it, with the type's name. */
function typed({ shape, name, colour }, ground) {
  const item = document.createElement("span");
  item.style.cssText = "white-space:nowrap;display:inline-flex;align-items:center;gap:5px";
  const canvas = document.createElement("canvas");
  const dense = window.devicePixelRatio || 1;
  canvas.width = canvas.height = SIDE * dense;
  canvas.style.cssText = `width:${SIDE}px;height:${SIDE}px`;
  canvas.setAttribute("aria-hidden", "true");
  const ctx = canvas.getContext("2d");
  ctx.scale(dense, dense);
  drawShape(ctx, shape, SIDE / 2, SIDE / 2, SIDE * 0.36, colour, ground, 1);
  item.append(canvas, name);
  return item;
}

function square(state, colours) {
  const box = document.createElement("span");
  const fill = {
    own: colours.ink,
    inside: `linear-gradient(${colours.hairline} 50%, ${colours.ink} 50%)`,
    absent: colours.hairline,
    opposed: "transparent",
  }[state];
  box.style.cssText = "display:inline-block;width:8px;height:8px;margin-right:5px;box-sizing:border-box";
  box.style.background = fill;
  if (state === "opposed") box.style.border = `1px solid ${colours.ink}`;
  return box;
}

/** Fill the legend's element anew; it stays empty where columns bring no words. */
export function fillLegend(element, picture, colours) {
  const words = picture.words ?? {};
  const parts = picture.kind === "columns" ? ["own", "inside", "absent", "opposed"].filter((state) => words[state]) : [];
  const items = parts.map((state) => {
    const item = document.createElement("span");
    item.style.whiteSpace = "nowrap";
    item.append(square(state, colours), words[state]);
    return item;
  });
  if (picture.kind === "columns" && words.widths) {
    const item = document.createElement("span");
    item.textContent = words.widths;
    items.push(item);
  }
  if (picture.kind !== "columns") items.push(...Object.values(colours.types).map((type) => typed(type, colours.ground)));
  element.style.display = items.length ? "flex" : "none";
  element.style.color = colours.muted;
  element.replaceChildren(...items);
}
