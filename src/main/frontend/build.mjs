// Bundles scripts and styles into <outdir>/assets. Usage: node build.mjs <outdir>
import { build } from "esbuild";
import { rmSync } from "node:fs";
import { join } from "node:path";

const outdir = process.argv[2];
if (!outdir) {
  throw new Error("usage: npm run build -- <outdir>");
}
const assets = join(outdir, "assets");
rmSync(join(assets, "chunks"), { recursive: true, force: true });

await build({
  entryPoints: { app: "ts/app.ts", theme: "css/app.css" },
  entryNames: "[name]",
  chunkNames: "chunks/[name]-[hash]",
  outdir: assets,
  bundle: true,
  splitting: true,
  format: "esm",
  minify: true,
  sourcemap: false,
  legalComments: "linked",
  target: ["chrome123", "firefox121", "safari17.5"],
  logLevel: "warning",
});
