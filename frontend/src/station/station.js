// The paper station: the console's page keys in a sheet, this module seals it as one envelope (DESIGN §4.5).
//
//   import { readStationCard, stationKeyFromCard, sealSheet } from "/b/static/station.js";
//
// No window, no storage, no network: values in, values out. The key stays in the page's memory.
import "../crypto/older.js";
import { fromBase64, toBase64, toHex } from "../crypto/bytes.js";
import { plaintext } from "../crypto/ballot.js";
import { sealEnvelope } from "../crypto/envelope.js";
import { STATION, readCode, signingKey } from "../crypto/slips.js";

export { REMARK_BUDGET, remarkBytes, tidyRemark } from "../crypto/remarks.js";

/** Checks a typed station card: `{ticket}` or `{refused: "incomplete"|"other_poll"|"mistyped", groups}`. */
export const readStationCard = (code, poll) => readCode(code, poll, STATION);

/** Returns the station's key pair `{secret, publicKey}` (32 bytes each) of a right card; throws for a wrong one. */
export function stationKeyFromCard(code, poll) {
  const { ticket, refused } = readStationCard(code, poll);
  if (refused) throw new Error(refused);
  return signingKey(ticket, poll, STATION);
}

/** Tells whether the board registered this station for the poll. */
export const isRegistered = (definition, stationKey) =>
  definition.station_keys.includes(toHex(stationKey.publicKey));

/**
 * Seals one confirmed sheet for one subject.
 * `definition`, `questionnaire`: parsed formats §3, §2. `slotKey`: the paper slot's 32 bytes, or their base64.
 * `marks`: one digit per item, 0 blank. `remarks`: object field -> text.
 * Returns `{slot_key_b64, envelope_b64}`; throws RangeError where the remarks exceed their budget.
 */
export function sealSheet({ definition, questionnaire, subject, slotKey, marks, remarks, stationKey }) {
  if (!definition.subjects.some((known) => known.key === subject)) throw new Error("unknown subject");
  const slot = typeof slotKey === "string" ? fromBase64(slotKey) : slotKey;
  const padded = plaintext(definition.poll, [{ subject, marks, remarks }], questionnaire, definition.subjects.length);
  const envelope = sealEnvelope(definition, slot, padded, stationKey.secret);
  padded.fill(0);
  return { slot_key_b64: toBase64(slot), envelope_b64: toBase64(envelope) };
}
