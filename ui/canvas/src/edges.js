// Edges: curves in columns, lines on the map. Dimmed ones first, lit ones on top in the accent colour.

function trace(ctx, path) {
  ctx.beginPath();
  ctx.moveTo(...path.start);
  if (path.straight) ctx.lineTo(...path.end);
  else ctx.bezierCurveTo(...path.b, ...path.c, ...path.end);
}

/** A small head at the end of a lit edge of the map that has a direction. */
function drawHead(ctx, path, size) {
  const [x1, y1] = path.points[path.points.length - 2];
  const [x2, y2] = path.end;
  const angle = Math.atan2(y2 - y1, x2 - x1);
  ctx.beginPath();
  ctx.moveTo(x2, y2);
  for (const turn of [2.7, -2.7]) ctx.lineTo(x2 + size * Math.cos(angle + turn), y2 + size * Math.sin(angle + turn));
  ctx.closePath();
  ctx.fill();
}

/** Draw all edges of a picture. `scene.light` says which are lit; null means that nothing is dimmed. */
export function drawEdges(ctx, picture, paths, scene, scale, selectedEdge) {
  const { colours, light } = scene;
  const columns = picture.kind === "columns";
  const unit = columns ? 1 : 1 / scale;
  // The more lines, the fainter each: together they must not hide the nodes.
  const calm = columns ? (colours.dark ? 0.3 : 0.26) : 0.2 * Math.min(1, Math.sqrt(600 / picture.edges.length));
  ctx.save();
  ctx.lineCap = "butt";
  ctx.strokeStyle = colours.muted;
  ctx.globalAlpha = light ? calm * 0.4 : calm;
  for (const edge of picture.edges) {
    if (light?.edges.has(edge.id) || !paths.has(edge.id)) continue;
    ctx.lineWidth = edge.width * unit;
    trace(ctx, paths.get(edge.id));
    ctx.stroke();
  }
  if (light) {
    ctx.strokeStyle = ctx.fillStyle = colours.accent;
    for (const edge of picture.edges) {
      if (!light.edges.has(edge.id) || !paths.has(edge.id)) continue;
      ctx.globalAlpha = edge.id === selectedEdge ? 1 : 0.72;
      ctx.lineWidth = Math.max(edge.width, 1.4) * unit + (edge.id === selectedEdge ? unit : 0);
      trace(ctx, paths.get(edge.id));
      ctx.stroke();
      if (!columns && edge.directed) drawHead(ctx, paths.get(edge.id), 7 * unit);
    }
  }
  ctx.restore();
}
