// Slips and station cards: a printed code becomes a signing key (formats §4).
import { ed25519 } from "@noble/curves/ed25519.js";
import { hkdf } from "@noble/hashes/hkdf.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { utf8 } from "./bytes.js";
import { ALPHABET, decode, tidy } from "./crockford.js";
import { GROUPS, GROUP_LENGTH } from "./lengths.js";

export const SLIP = { salt: "guong/slip/v1", check: "guong/slip-check/v1" };
export const STATION = { salt: "guong/station/v1", check: "guong/station-check/v1" };

/** Tells whether one group of five characters, already tidied, carries its right check character. */
export function groupIsRight(group, number, poll, card = SLIP) {
  const digest = sha256(utf8(`${card.check}\n${poll}\n${number}\n${group.slice(0, 4)}`));
  return group.length === GROUP_LENGTH && group[4] === ALPHABET[digest[0] >> 3];
}

/**
 * Reads a typed or scanned code. Returns `{ticket}` (10 bytes) or `{refused, groups}`: `incomplete`,
 * `other_poll` (no check is right) or `mistyped` with the numbers (from 1) of the wrong groups.
 */
export function readCode(typed, poll, card = SLIP) {
  const text = tidy(typed);
  if (text.length !== GROUPS * GROUP_LENGTH || Array.from(text).some((c) => !ALPHABET.includes(c))) {
    return { refused: "incomplete", groups: [] };
  }
  const groups = text.match(/.{5}/g);
  const wrong = groups.map((_, number) => number).filter((number) => !groupIsRight(groups[number], number, poll, card));
  if (wrong.length === GROUPS) return { refused: "other_poll", groups: [] };
  if (wrong.length) return { refused: "mistyped", groups: wrong.map((number) => number + 1) };
  return { ticket: decode(groups.map((group) => group.slice(0, 4)).join("")) };
}

/** Derives the Ed25519 key pair of a ticket in a poll; the public half of a slip is its slot key. */
export function signingKey(ticket, poll, card = SLIP) {
  const secret = hkdf(sha256, ticket, utf8(card.salt), utf8(poll), 32);
  return { secret, publicKey: ed25519.getPublicKey(secret) };
}
