// Sealing, signing, and what the server's acknowledgement proves (formats §6, §7).
import { ed25519 } from "@noble/curves/ed25519.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { fromHex, join, utf8 } from "./bytes.js";
import { encode } from "./crockford.js";
import { seal } from "./hpke.js";

/** Returns the context that binds version, poll, form, board and slot. `definition` is formats §3. */
export const envelopeInfo = (definition, slotKey) =>
  join(
    utf8("guong/envelope/v1\n"),
    utf8(definition.poll),
    fromHex(definition.questionnaire),
    fromHex(definition.board_key),
    slotKey,
  );

/** Returns the envelope of a padded plaintext, signed by the slip's or the station's secret. */
export function sealEnvelope(definition, slotKey, padded, secret, options) {
  const info = envelopeInfo(definition, slotKey);
  const sealed = seal(fromHex(definition.board_key), info, padded, options);
  return join(sealed, ed25519.sign(join(utf8("guong/cast/v1\n"), info, sealed), secret));
}

/** Returns the 32 bytes that stand for this envelope in the published list. */
export const leafOf = (slotKey, envelope) => sha256(join(utf8("guong/leaf/v1\n"), slotKey, envelope));

/** Returns the 96 bytes by which a slip's holder asks about the own slip. */
export function question(poll, key) {
  const asked = join(utf8("guong/ask/v1\n"), utf8(poll), key.publicKey);
  return join(key.publicKey, ed25519.sign(asked, key.secret));
}

/** Tells whether the server's receipt key signed that this leaf is in the box. Bytes; never throws. */
export function isReceipt(definition, leaf, signature) {
  try {
    const message = join(utf8("guong/receipt/v1\n"), utf8(definition.poll), leaf);
    return ed25519.verify(signature, message, fromHex(definition.receipt_key), { zip215: false });
  } catch {
    return false;
  }
}

/** Returns the short receipt code, `K7M4Q-X9TR2`. */
export function receiptCode(leaf) {
  const code = encode(leaf, 10);
  return `${code.slice(0, 5)}-${code.slice(5)}`;
}
