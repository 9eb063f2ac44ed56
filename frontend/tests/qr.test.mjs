// The receipt's code must be readable by any phone: what is drawn is read back by a decoder.
import assert from "node:assert/strict";
import { test } from "node:test";
import decodeQR from "qr/decode.js";
import { qrRows } from "../src/crypto/seal.js";

const SCALE = 4;

function picture(rows) {
  const width = rows.length * SCALE;
  const data = new Uint8Array(width * width * 4).fill(255);
  for (let y = 0; y < width; y += 1) {
    for (let x = 0; x < width; x += 1) {
      if (rows[Math.floor(y / SCALE)][Math.floor(x / SCALE)]) data.fill(0, (y * width + x) * 4, (y * width + x) * 4 + 3);
    }
  }
  return { width, height: width, data };
}

test("a receipt's QR code reads back as its address", () => {
  const address = `https://bophieu.example.vn/b/7K3M9QXT2A#r${"0a".repeat(32)}.${"f1".repeat(64)}`;
  assert.equal(decodeQR(picture(qrRows(address))), address);
});
