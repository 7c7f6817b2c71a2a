// The quiet line below the columns: what the squares mean, and what the widths count.

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

/** Fill the legend's element anew; it stays empty for the map and where the picture brings no words. */
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
  element.style.display = items.length ? "flex" : "none";
  element.style.color = colours.muted;
  element.replaceChildren(...items);
}
