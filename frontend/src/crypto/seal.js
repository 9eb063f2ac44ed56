// The heavy half of the booth, loaded after the first paint (DESIGN §7). The page knows only these doors.
import "./older.js";
import encodeQR from "qr";
import { fromHex } from "./bytes.js";
import { plaintext } from "./ballot.js";
import { isReceipt, leafOf, question, receiptCode, sealEnvelope } from "./envelope.js";
import { groupIsRight, readCode, signingKey } from "./slips.js";

export { groupIsRight, readCode, signingKey, question };

/** Seals the whole answer of a voter; returns `{slotKey, envelope}`, the only thing that is ever kept or sent. */
export function sealAnswer(definition, questionnaire, parts, key) {
  const padded = plaintext(definition.poll, parts, questionnaire, definition.subjects.length);
  const envelope = sealEnvelope(definition, key.publicKey, padded, key.secret);
  padded.fill(0);
  return { slotKey: key.publicKey, envelope };
}

/** Returns the receipt code if the answer acknowledges exactly these bytes under the poll's receipt key, else null. */
export function acknowledged(definition, sealed, answer) {
  const leaf = leafOf(sealed.slotKey, sealed.envelope);
  try {
    const same = fromHex(answer.leaf).every((byte, place) => byte === leaf[place]);
    return same && isReceipt(definition, leaf, fromHex(answer.signature)) ? receiptCode(leaf) : null;
  } catch {
    return null;
  }
}

/** Tells whether the server's receipt key signed this leaf; both hex, as a receipt's address holds them. */
export const isSignedReceipt = (definition, leaf, signature) =>
  isReceipt(definition, fromHex(leaf), fromHex(signature));

/** Returns the rows of a QR code with its quiet zone; true is dark. */
export const qrRows = (text) => encodeQR(text, "raw", { ecc: "low", border: 4 });
