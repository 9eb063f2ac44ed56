// RFC 9180, appendix A.2.1: base mode of the suite that the booth uses.
import assert from "node:assert/strict";
import { test } from "node:test";
import { fromHex, toHex, utf8 } from "../src/crypto/bytes.js";
import { seal } from "../src/crypto/hpke.js";

const RFC = {
  info: "4f6465206f6e2061204772656369616e2055726e",
  ephemeral: "f4ec9b33b792c372c1d2c2063507b684ef925b8c75a42dbcbf57d63ccd381600",
  enc: "1afa08d3dec047a643885163f1180476fa7ddb54c6a8029ea33f95796bf2ac4a",
  receiver: "4310ee97d88cc1f088a5576c77ab0cf5c3ac797f3d95139c6c84b5429c59662a",
  plaintext: "4265617574792069732074727574682c20747275746820626561757479",
  ciphertext: "1c5250d8034ec2b784ba2cfd69dbdb8af406cfe3ff938e131f0def8c8b60b4db21993c62ce81883d2dd1b51a28",
};

test("seals as RFC 9180 A.2.1 at sequence 0", () => {
  const sealed = seal(fromHex(RFC.receiver), fromHex(RFC.info), fromHex(RFC.plaintext), {
    aad: utf8("Count-0"),
    ephemeral: fromHex(RFC.ephemeral),
  });
  assert.equal(toHex(sealed), RFC.enc + RFC.ciphertext);
});

test("draws a fresh ephemeral key each time", () => {
  const once = seal(fromHex(RFC.receiver), fromHex(RFC.info), fromHex(RFC.plaintext));
  const again = seal(fromHex(RFC.receiver), fromHex(RFC.info), fromHex(RFC.plaintext));
  assert.notEqual(toHex(once), toHex(again));
});

test("refuses a receiver of low order", () => {
  assert.throws(() => seal(new Uint8Array(32), fromHex(RFC.info), fromHex(RFC.plaintext)));
});
