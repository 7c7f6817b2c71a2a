// The one way in which the components make elements: text goes in as text, never as markup.

export const el = (tag, className, text) => {
  const node = document.createElement(tag);
  if (className) node.className = className;
  if (text !== undefined && text !== null) node.textContent = text;
  return node;
};

/** A button that looks like a link and does one thing. */
export const action = (className, text, run) => {
  const button = el("button", className, text);
  button.type = "button";
  button.addEventListener("click", run);
  return button;
};
