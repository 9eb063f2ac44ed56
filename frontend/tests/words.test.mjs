// Every text of the voter's page stands in both languages.
import assert from "node:assert/strict";
import { test } from "node:test";
import * as words from "../src/booth/words.js";

const VIETNAMESE = /[àáâãèéêìíòóôõùúăđĩũơưạ-ỹ]/i;
const isText = (value) => Array.isArray(value) && value.length === 2 && value.every((text) => typeof text === "string");

function* texts(value, path) {
  if (isText(value)) yield [path, value];
  else if (value && typeof value === "object") for (const [name, inner] of Object.entries(value)) yield* texts(inner, `${path}.${name}`);
}

const all = [
  ...texts({ ...words }, "words"),
  ["room", words.SAY.room(3)],
  ["count", words.SAY.count(1, 16)],
  ["blanks", words.SAY.blanks(["3", "7", "III"])],
  ...["other_poll", "incomplete", "mistyped"].map((refused) => [refused, words.codeRefusal({ refused, groups: [1] })]),
  ["several groups", words.codeRefusal({ refused: "mistyped", groups: [1, 2, 4] })],
  ...Object.keys(words.REFUSED).flatMap((reason) => [...texts(words.refusal(reason), reason)]),
];

test("there are many texts to look at", () => assert.ok(all.length > 80));

for (const [path, [vietnamese, english]] of all) {
  test(`${path} is translated`, () => {
    if (path === "words.SAY.nothing") return;
    assert.ok(vietnamese && english);
    assert.notEqual(vietnamese, english);
    assert.doesNotMatch(english, VIETNAMESE);
  });
}
