// The legend, which is also the filter by type: one button a type, with its shape.

import { action } from "../../../frontend/dom.js";
import { coloursOf } from "../look.js";
import { drawShape } from "../shapes.js";

function sign(shape, colour, ground) {
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = 32;
  canvas.style.cssText = "width:16px;height:16px";
  const ctx = canvas.getContext("2d");
  ctx.scale(2, 2);
  drawShape(ctx, shape, 8, 8, 5.5, colour, ground, 1);
  return canvas;
}

/** Draw the legend of a picture anew. `hidden` is the set of types switched off. */
export function showTypes(host, picture, hidden, onToggle) {
  const colours = coloursOf(host, picture);
  host.replaceChildren(
    ...Object.entries(colours.types).map(([type, { shape, colour, name }]) => {
      const button = action(null, null, () => onToggle(type));
      button.setAttribute("aria-pressed", String(!hidden.has(type)));
      button.append(sign(shape, colour, colours.ground), name);
      return button;
    }),
  );
}
