// The shape of each node type, drawn around (x, y) with "radius" r. Shapes tell the types apart without colour.

function polygon(ctx, x, y, r, corners, turn) {
  ctx.beginPath();
  for (let i = 0; i < corners; i++) {
    const angle = turn + (2 * Math.PI * i) / corners;
    ctx.lineTo(x + r * Math.cos(angle), y + r * Math.sin(angle));
  }
  ctx.closePath();
}

function star(ctx, x, y, r) {
  ctx.beginPath();
  for (let i = 0; i < 10; i++) {
    const angle = -Math.PI / 2 + (Math.PI * i) / 5;
    const reach = i % 2 ? r * 0.5 : r * 1.15;
    ctx.lineTo(x + reach * Math.cos(angle), y + reach * Math.sin(angle));
  }
  ctx.closePath();
}

function box(ctx, x, y, width, height) {
  ctx.beginPath();
  ctx.rect(x - width / 2, y - height / 2, width, height);
}

const OUTLINES = {
  dot: (ctx, x, y, r) => {
    ctx.beginPath();
    ctx.arc(x, y, r, 0, 2 * Math.PI);
  },
  hexagon: (ctx, x, y, r) => polygon(ctx, x, y, r * 1.08, 6, 0),
  diamond: (ctx, x, y, r) => polygon(ctx, x, y, r * 1.15, 4, 0),
  square: (ctx, x, y, r) => box(ctx, x, y, 1.75 * r, 1.75 * r),
  star,
  triangle: (ctx, x, y, r) => polygon(ctx, x, y + r * 0.2, r * 1.15, 3, -Math.PI / 2),
  triangleDown: (ctx, x, y, r) => polygon(ctx, x, y - r * 0.2, r * 1.15, 3, Math.PI / 2),
  bar: (ctx, x, y, r) => box(ctx, x, y, 10, 2 * r),
  ring: (ctx, x, y, r) => OUTLINES.dot(ctx, x, y, r * 0.8),
  squareRing: (ctx, x, y, r) => box(ctx, x, y, 1.45 * r, 1.45 * r),
};

const HOLLOW = new Set(["ring", "squareRing"]);

/** Half the width that a shape takes to the left and right of its middle. */
export const reachOf = (shape, r) => (shape === "bar" ? 5 : r);

/** Draw one shape, on the ground's colour so that no edge shines through a dimmed one. */
export function drawShape(ctx, shape, x, y, r, colour, ground, alpha) {
  const outline = OUTLINES[shape] ?? OUTLINES.dot;
  outline(ctx, x, y, r);
  ctx.fillStyle = ground;
  ctx.fill();
  ctx.globalAlpha = alpha;
  if (HOLLOW.has(shape)) {
    ctx.lineWidth = Math.max(1.5, r * 0.35);
    ctx.strokeStyle = colour;
    ctx.stroke();
  } else {
    ctx.fillStyle = colour;
    ctx.fill();
  }
  ctx.globalAlpha = 1;
}

/** Draw the mark of what is selected or has the keyboard's focus: a ring around the shape. */
export function drawRing(ctx, shape, x, y, r, colour, dashed, unit) {
  ctx.lineWidth = 2 * unit;
  ctx.strokeStyle = colour;
  ctx.setLineDash(dashed ? [3 * unit, 3 * unit] : []);
  if (shape === "bar") box(ctx, x, y, 10 + 8 * unit, 2 * r + 8 * unit);
  else OUTLINES.dot(ctx, x, y, r * 1.15 + 4 * unit);
  ctx.stroke();
  ctx.setLineDash([]);
}
