// The scripts of the browser against the vectors that every program of Gương shares (tests/vectors/).
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { plaintext } from "../src/crypto/ballot.js";
import { fromBase64, fromHex, join, toBase64, toHex } from "../src/crypto/bytes.js";
import { canonical } from "../src/crypto/canonical.js";
import { isReceipt, leafOf, question, receiptCode, sealEnvelope } from "../src/crypto/envelope.js";
import { tidyRemark } from "../src/crypto/remarks.js";
import { acknowledged } from "../src/crypto/seal.js";
import { STATION, readCode, signingKey } from "../src/crypto/slips.js";
import { isRegistered, sealSheet, stationKeyFromCard } from "../src/station/station.js";

const vectors = (name) => JSON.parse(readFileSync(new URL(`../../tests/vectors/${name}.json`, import.meta.url)));
const honest = vectors("honest");
const texts = vectors("canonical");

test("canonical JSON", () => {
  for (const { value, b64 } of texts.values) assert.equal(toBase64(canonical(value)), b64);
  assert.throws(() => canonical({ share: 0.5 }));
  assert.throws(() => canonical("To\u0302\u0301t"));
  assert.throws(() => canonical("\ud800"));
});

test("remarks as they may be sealed", () => {
  for (const { typed, sealed } of texts.remarks) assert.equal(tidyRemark(typed), sealed || "");
  assert.equal(tidyRemark("a\ud800b\udc00"), "ab");
});

for (const poll of honest.polls) {
  const { definition, questionnaire, name } = poll;

  test(`${name}: slips`, () => {
    for (const { ticket, code, slot_key: slotKey } of poll.tickets) {
      const read = readCode(code.toLowerCase().replace(/(.{5})/g, "$1 - "), definition.poll);
      assert.equal(toHex(read.ticket), ticket);
      assert.equal(toHex(signingKey(read.ticket, definition.poll).publicKey), slotKey);
    }
  });

  test(`${name}: station card`, () => {
    const { code, ticket, public_key: publicKey } = poll.station;
    assert.equal(toHex(readCode(code, definition.poll, STATION).ticket), ticket);
    const key = stationKeyFromCard(code, definition.poll);
    assert.equal(toHex(key.publicKey), publicKey);
    assert.ok(isRegistered(definition, key));
    assert.throws(() => stationKeyFromCard(poll.tickets[0].code, definition.poll), /other_poll|mistyped/);
  });

  test(`${name}: slot question`, () => {
    const key = signingKey(fromHex(poll.tickets[0].ticket), definition.poll);
    assert.equal(toBase64(question(definition.poll, key)), poll.question.body_b64);
  });

  test(`${name}: the same bytes for the same answer, key and randomness`, () => {
    for (const ballot of poll.ballots) {
      const parts = ballot.answer.subjects.map((part) => ({ ...part, remarks: Object.fromEntries(part.remarks) }));
      const padded = plaintext(definition.poll, parts, questionnaire, definition.subjects.length);
      assert.equal(createHash("sha256").update(padded).digest("hex"), ballot.plaintext_sha256, ballot.name);
      const key = signingKey(fromHex(ballot.ticket), definition.poll);
      const ephemeral = fromHex(ballot.ephemeral);
      const envelope = sealEnvelope(definition, key.publicKey, padded, key.secret, { ephemeral });
      assert.equal(toBase64(envelope), ballot.envelope_b64, ballot.name);
    }
  });

  test(`${name}: only the server's own receipt for the very bytes is believed`, () => {
    for (const { slot_key: slot, envelope_b64: b64, receipt } of poll.ballots) {
      const sealed = { slotKey: fromHex(slot), envelope: fromBase64(b64) };
      const leaf = leafOf(sealed.slotKey, sealed.envelope);
      assert.equal(toHex(leaf), receipt.leaf);
      assert.equal(receiptCode(leaf), receipt.code);
      assert.ok(isReceipt(definition, leaf, fromHex(receipt.signature)));
      assert.equal(acknowledged(definition, sealed, receipt), receipt.code);
      const changed = { ...receipt, signature: receipt.signature.replace(/^../, (pair) => (pair === "00" ? "01" : "00")) };
      assert.equal(acknowledged(definition, sealed, changed), null);
      const other = { ...sealed, envelope: join(sealed.envelope.slice(1), sealed.envelope.slice(0, 1)) };
      assert.equal(acknowledged(definition, other, receipt), null);
      assert.equal(acknowledged(definition, sealed, {}), null);
    }
  });
}

test("a slip of another poll and mistyped groups are told apart", () => {
  const [school, ward] = honest.polls;
  const { code } = school.tickets[0];
  assert.deepEqual(readCode(code, ward.definition.poll), { refused: "other_poll", groups: [] });
  const third = code[12] === "7" ? "8" : "7";
  const typed = code.slice(0, 12) + third + code.slice(13);
  assert.deepEqual(readCode(typed, school.definition.poll), { refused: "mistyped", groups: [3] });
  assert.equal(readCode(code.slice(1), school.definition.poll).refused, "incomplete");
  assert.equal(readCode(`${code.slice(0, -1)}*`, school.definition.poll).refused, "incomplete");
});

test("the paper station seals one sheet in the one size and refuses what doesn't fit", () => {
  const ward = honest.polls[1];
  const sheet = {
    definition: ward.definition,
    questionnaire: ward.questionnaire,
    subject: "s2",
    slotKey: toBase64(new Uint8Array(32).fill(7)),
    marks: "1".repeat(19),
    remarks: { other: "Tốt" },
    stationKey: stationKeyFromCard(ward.station.code, ward.definition.poll),
  };
  assert.equal(fromBase64(sealSheet(sheet).envelope_b64).length, 512 + 2 * 5120 + 112);
  assert.throws(() => sealSheet({ ...sheet, subject: "s3" }));
  assert.throws(() => sealSheet({ ...sheet, marks: "1".repeat(18) }));
  assert.throws(() => sealSheet({ ...sheet, remarks: { prestige: "a" } }));
  assert.throws(() => sealSheet({ ...sheet, remarks: { other: "a".repeat(4095) } }), RangeError);
});
