// Bundles our scripts and lays out third-party files where the rooms serve them from. The same input gives the
// same bytes. Run by run.py and by the wheel's build: `npm ci --ignore-scripts && node build.mjs`.
import { build } from "esbuild";
import { createHash } from "node:crypto";
import { copyFile, mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const rooms = join(here, "..", "src", "guong");
const BOOTH = join(rooms, "ballots", "static", "dist");
const CONSOLE = join(rooms, "ui", "static", "ui", "dist");
const FONTS = join(rooms, "typeset", "fonts", "dist");

const TINOS = ["400Regular", "400Regular_Italic", "700Bold", "700Bold_Italic"];
const BE_VIETNAM_PRO = ["400Regular", "600SemiBold", "700Bold"];
const COPIES = [
  ["htmx.org/dist/htmx.min.js", CONSOLE, "htmx.min.js"],
  ["@expo-google-fonts/tinos/LICENSE_FONT", FONTS, "Tinos_LICENSE.txt"],
  ["@expo-google-fonts/be-vietnam-pro/LICENSE_FONT", CONSOLE, "BeVietnamPro_LICENSE.txt"],
  ...TINOS.map((face) => [`@expo-google-fonts/tinos/${face}/Tinos_${face}.ttf`, FONTS, `Tinos_${face}.ttf`]),
  ...BE_VIETNAM_PRO.map((face) => [
    `@expo-google-fonts/be-vietnam-pro/${face}/BeVietnamPro_${face}.ttf`,
    CONSOLE,
    `BeVietnamPro_${face}.ttf`,
  ]),
];
const SCRIPTS = [
  ["booth/booth.js", "booth.js"],
  ["booth/booth.css", "booth.css"],
  ["crypto/seal.js", "seal.js"],
  ["station/station.js", "station.js"],
];

const SETTINGS = {
  absWorkingDir: here,
  bundle: true,
  format: "esm",
  target: ["chrome80", "safari14"],
  // esbuild's table denies Safari 14 destructuring for an edge case of its parser, and cannot lower it.
  supported: { destructuring: true },
  charset: "utf8",
  legalComments: "none",
  minify: true,
  logLevel: "warning",
};

async function bundle(source, name) {
  await build({ ...SETTINGS, entryPoints: [join(here, "src", source)], outfile: join(BOOTH, name) });
}

async function sprite() {
  const names = JSON.parse(await readFile(join(here, "icons.json"), "utf8"));
  const symbols = await Promise.all(names.map(symbol));
  const style = 'fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"';
  const licence = "<!-- Lucide, ISC licence -->";
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" ${style}>${licence}\n${symbols.join("\n")}\n</svg>\n`;
  await writeFile(join(CONSOLE, "icons.svg"), svg);
}

async function symbol(name) {
  const file = await readFile(join(here, "node_modules", "lucide-static", "icons", `${name}.svg`), "utf8");
  const shapes = file.replace(/<!--.*?-->/gs, "").match(/<svg[^>]*>(.*)<\/svg>/s)[1];
  return `<symbol id="${name}" viewBox="0 0 24 24">${shapes.trim().replace(/\n\s*/g, "")}</symbol>`;
}

// Files of an earlier lock go; the others are replaced in place, so that a running server never misses one.
async function settle(folder, expected) {
  const found = (await readdir(folder)).filter((name) => name !== "manifest.json").sort();
  const digests = {};
  for (const name of found) {
    if (expected.includes(name)) {
      digests[name] = createHash("sha256").update(await readFile(join(folder, name))).digest("hex");
    } else {
      await rm(join(folder, name), { recursive: true });
    }
  }
  await writeFile(join(folder, "manifest.json"), `${JSON.stringify(digests, null, 1)}\n`);
}

const copied = (folder) => COPIES.filter((copy) => copy[1] === folder).map((copy) => copy[2]);

for (const folder of [BOOTH, CONSOLE, FONTS]) await mkdir(folder, { recursive: true });
for (const [source, name] of SCRIPTS) await bundle(source, name);
for (const [from, folder, name] of COPIES) await copyFile(join(here, "node_modules", from), join(folder, name));
await sprite();
await settle(BOOTH, SCRIPTS.map((script) => script[1]));
await settle(CONSOLE, [...copied(CONSOLE), "icons.svg"]);
await settle(FONTS, copied(FONTS));
