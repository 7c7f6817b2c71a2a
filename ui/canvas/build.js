// Builds both bundles from the same sources: the Streamlit component (an ES module) and the snapshot's script.
// Same sources and lock file, same bytes out. built.json names every source and result with its hash, so that a test
// can say without npm whether the committed bundles are those of the committed sources.

import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
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

// The standalone vis-network holds these packages; the MIT text of each is shipped with what is built from them.
const PACKAGES = ["vis-network", "vis-data", "vis-util", "@egjs/hammerjs", "component-emitter", "keycharm", "uuid"];
const MIT_FILES = ["LICENSE-MIT", "LICENSE.md", "LICENSE", "license"];

function licence(name) {
  const folder = `node_modules/${name}`;
  const { version } = JSON.parse(readFileSync(`${folder}/package.json`));
  const file = MIT_FILES.find((one) => existsSync(`${folder}/${one}`));
  return `${name} ${version}\n\n${readFileSync(`${folder}/${file}`, "utf8").trim()}\n`;
}

const licences = PACKAGES.map(licence).join(`\n${"-".repeat(78)}\n\n`);
const LICENCE_FILES = ["../frontend/LICENSES.txt", "../../graph/exporters/page/LICENSES.txt"];
for (const path of LICENCE_FILES) writeFileSync(path, licences);

const hash = (path) => createHash("sha256").update(readFileSync(path)).digest("hex");
const hashes = (paths) => Object.fromEntries([...new Set(paths)].sort().map((path) => [path, hash(path)]));
const named = (part) => built.flatMap(({ metafile }) => Object.keys(metafile[part]));
const sources = named("inputs").filter((path) => !path.includes("node_modules/"));
const manifest = { sources: hashes([...sources, "build.js", "package-lock.json"]), results: hashes([...named("outputs"), ...LICENCE_FILES]) };
writeFileSync("built.json", `${JSON.stringify(manifest, null, 1)}\n`);
