// The oldest browsers that the booth promises: Chrome 80, Safari 14. None of them is at hand, so the bundles are held to
// their syntax, to the programming interfaces they know, and to the style rules they read.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { transform } from "esbuild";

const DIST = new URL("../../src/guong/ballots/static/dist/", import.meta.url);
const OLDEST = { target: ["chrome80", "safari14"], supported: { destructuring: true } };
const SCRIPTS = ["booth.js", "seal.js", "station.js"];

// What a careless line could bring in, with the first versions that know it.
const TOO_NEW = [
  [/\.at\(/, "Array.at: Chrome 92, Safari 15.4"],
  [/\.replaceAll\(/, "replaceAll: Chrome 85"],
  [/\.(findLast|findLastIndex|toSorted|toReversed|toSpliced)\(/, "Chrome 97 and later"],
  [/\.(replaceChildren|checkVisibility|showPopover|moveBefore)\(/, "Chrome 86 and later"],
  [/Object\.groupBy\b/, "Object.groupBy: Chrome 117"],
  [/\b(structuredClone|WeakRef|FinalizationRegistry|AggregateError)\b/, "Chrome 84 and later"],
  [/Promise\.(any|withResolvers|try)\b/, "Promise.any: Chrome 85"],
  [/AbortSignal\.(timeout|any)\b/, "AbortSignal.timeout: Chrome 103, Safari 16"],
  [/crypto\.(randomUUID|subtle)\b/, "randomUUID: Chrome 92, Safari 15.4; subtle: only over HTTPS"],
  [/\bindexedDB\.databases\(/, "Chrome 71, but no Firefox before 126"],
  [/\b(scheduler|requestIdleCallback|navigator\.locks|launchQueue)\b/, "Safari has none"],
  [/(?:\?\?=|\|\|=|&&=)/, "logical assignment: Chrome 85"],
  [/\bstatic\s*\{/, "class static blocks: Chrome 94"],
  [/\(\?<[=!]/, "lookbehind: Safari 16.4"],
  [/\/[a-z]*v[a-z]*\.test/, "regular expressions of the v kind: Chrome 112"],
];
const STYLES_TOO_NEW = [
  [/:(is|where|has|not\([^)]*,)\(/, ":is, :where: Chrome 88; :has: Chrome 105"],
  [/@(layer|container|property|scope|starting-style)\b/, "Chrome 99 and later"],
  [/\b(aspect-ratio|accent-color|text-wrap|color-scheme)\s*:/, "Chrome 81 and later"],
  [/(?:^|[;{])inset\s*:/, "inset: Chrome 87, Safari 14.1"],
  [/\d(dvh|svh|lvh|cqw|cqi)\b/, "Chrome 108 and later"],
  [/\b(color-mix|oklch|lab|light-dark)\(/, "Chrome 111 and later"],
];

test("the bundles need no syntax that the oldest browsers lack", async () => {
  for (const name of SCRIPTS) {
    const code = await readFile(new URL(name, DIST), "utf8");
    const [lowered, asItIs] = await Promise.all([transform(code, OLDEST), transform(code, { target: "esnext" })]);
    assert.equal(lowered.code, asItIs.code, name);
  }
});

test("the check of syntax would notice a newer one", async () => {
  const [lowered, asItIs] = await Promise.all([
    transform("let held = null; held ??= 1; export { held }", OLDEST),
    transform("let held = null; held ??= 1; export { held }", { target: "esnext" }),
  ]);
  assert.notEqual(lowered.code, asItIs.code);
});

test("the bundles call nothing that the oldest browsers lack", async () => {
  for (const name of SCRIPTS) {
    const code = await readFile(new URL(name, DIST), "utf8");
    for (const [pattern, since] of TOO_NEW) assert.doesNotMatch(code, pattern, `${name}: ${since}`);
  }
});

test("what the cryptography asks for beyond them is given to it first", async () => {
  for (const name of ["seal.js", "station.js"]) {
    const code = await readFile(new URL(name, DIST), "utf8");
    const given = code.indexOf('"hasOwn"');
    assert.ok(given > 0 && given < code.indexOf("Object.hasOwn("), name);
  }
});

test("the style sheet lays out the page with rules that the oldest browsers read", async () => {
  const style = await readFile(new URL("booth.css", DIST), "utf8");
  for (const [pattern, since] of STYLES_TOO_NEW) assert.doesNotMatch(style, pattern, since);
  // Safari 14.0 has no gap between flexible boxes: those here have margins.
  for (const rule of style.match(/[^{}]+\{[^{}]*display:flex[^{}]*\}/g) || []) {
    assert.doesNotMatch(rule, /[;{](row-|column-)?gap:/, rule);
  }
});

test("the rules for keyboards are of their own, so that an old browser drops them alone", async () => {
  const style = await readFile(new URL("booth.css", DIST), "utf8");
  const [plain] = style.match(/button:focus,[^{]*\{[^}]*\}/) || [""];
  assert.match(plain, /outline/);
  assert.doesNotMatch(plain, /focus-visible/);
});
