// Builds both bundles from the same sources: the Streamlit component (an ES module) and the snapshot's script.
// Same sources and lock file, same bytes out. built.json names every source and result with its hash, so that a test
// can say without npm whether the committed bundles are those of the committed sources.

import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { build } from "esbuild";

const shared = {
  bundle: true,
  minify: true,
  target: "es2020",
  charset: "utf8",
  legalComments: "linked",
  logLevel: "warning",
  metafile: true,
};

const built = [
  await build({ ...shared, entryPoints: ["src/graph.js"], format: "esm", outfile: "../frontend/graph.js" }),
  await build({
    ...shared,
    entryPoints: ["src/snapshot/page.js"],
    format: "iife",
    outfile: "../../graph/exporters/page/snapshot.js",
  }),
];

const hash = (path) => createHash("sha256").update(readFileSync(path)).digest("hex");
const hashes = (paths) => Object.fromEntries([...new Set(paths)].sort().map((path) => [path, hash(path)]));
const named = (part) => built.flatMap(({ metafile }) => Object.keys(metafile[part]));
const sources = named("inputs").filter((path) => !path.includes("node_modules/"));
const manifest = { sources: hashes([...sources, "build.js", "package-lock.json"]), results: hashes(named("outputs")) };
writeFileSync("built.json", `${JSON.stringify(manifest, null, 1)}\n`);
