// Builds both bundles from the same sources: the Streamlit component (an ES module) and the snapshot's script.
// Same sources and lock file, same bytes out.
import { build } from "esbuild";

const shared = {
  bundle: true,
  minify: true,
  target: "es2020",
  charset: "utf8",
  legalComments: "linked",
  logLevel: "warning",
};

await build({ ...shared, entryPoints: ["src/graph.js"], format: "esm", outfile: "../frontend/graph.js" });
await build({
  ...shared,
  entryPoints: ["src/snapshot/page.js"],
  format: "iife",
  outfile: "../../graph/exporters/page/snapshot.js",
});
