// Colours and type from the picture's own look (graph/look.json), in the light or the dark form.

/** Relative lightness of a CSS colour, 0 to 1; null where it cannot be told. */
function lightness(colour) {
  const hex = /^#([0-9a-f]{6})/i.exec(colour)?.[1];
  const parts = hex
    ? [0, 2, 4].map((i) => parseInt(hex.slice(i, i + 2), 16))
    : /^rgba?\(([^)]+)\)/.exec(colour)?.[1].split(/[\s,/]+/).slice(0, 3).map(Number);
  return parts ? (0.299 * parts[0] + 0.587 * parts[1] + 0.114 * parts[2]) / 255 : null;
}

/** A variable of the page's theme, or null where the page has none. */
function themed(element, name) {
  const value = getComputedStyle(element).getPropertyValue(name).trim();
  return value && value !== "unset" ? value : null;
}

/** Say whether the picture is drawn dark: as the payload says, else as the page's ground is. */
function isDark(element, picture) {
  if (typeof picture.dark === "boolean") return picture.dark;
  const ground = themed(element, "--st-background-color");
  const light = ground === null ? null : lightness(ground);
  return light !== null && light < 0.5;
}

/** The colours that one drawing needs, all opaque or with their own alpha. */
export function coloursOf(element, picture) {
  const dark = isDark(element, picture);
  const side = dark ? "dark" : "light";
  const look = picture.look;
  const types = {};
  for (const [type, { shape, name, [side]: colour }] of Object.entries(picture.types)) types[type] = { shape, name, colour };
  return {
    dark,
    types,
    ground: themed(element, "--st-background-color") ?? look.ground[side],
    ink: look.ink[side],
    muted: look.muted[side],
    hairline: look.hairline[side],
    accent: look.accent[side],
    sans: look.sans,
  };
}
