// HPKE base mode, single shot: DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, ChaCha20-Poly1305 (RFC 9180 §4-§6).
import { chacha20poly1305 } from "@noble/ciphers/chacha.js";
import { x25519 } from "@noble/curves/ed25519.js";
import { expand, extract } from "@noble/hashes/hkdf.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { join, utf8 } from "./bytes.js";

const KEM = join(utf8("KEM"), Uint8Array.of(0, 0x20));
const SUITE = join(utf8("HPKE"), Uint8Array.of(0, 0x20, 0, 1, 0, 3));
const VERSION = utf8("HPKE-v1");
const NOTHING = new Uint8Array(0);

/**
 * Returns `enc || ciphertext` for a receiver's X25519 public key. `ephemeral` (32 bytes) is given only
 * by the test vectors; the sender otherwise draws it here and forgets it.
 */
export function seal(receiver, info, plaintext, { aad = NOTHING, ephemeral } = {}) {
  const sender = ephemeral || x25519.utils.randomSecretKey();
  const enc = x25519.getPublicKey(sender);
  const shared = kemSecret(x25519.getSharedSecret(sender, receiver), join(enc, receiver));
  if (!ephemeral) sender.fill(0);
  const { key, nonce } = keySchedule(shared, info);
  return join(enc, chacha20poly1305(key, nonce, aad).encrypt(plaintext));
}

function kemSecret(exchanged, context) {
  return labeledExpand(KEM, labeledExtract(KEM, NOTHING, "eae_prk", exchanged), "shared_secret", context, 32);
}

function keySchedule(shared, info) {
  const pskId = labeledExtract(SUITE, NOTHING, "psk_id_hash", NOTHING);
  const context = join(Uint8Array.of(0), pskId, labeledExtract(SUITE, NOTHING, "info_hash", info));
  const secret = labeledExtract(SUITE, shared, "secret", NOTHING);
  return {
    key: labeledExpand(SUITE, secret, "key", context, 32),
    nonce: labeledExpand(SUITE, secret, "base_nonce", context, 12),
  };
}

function labeledExtract(suite, salt, label, secret) {
  return extract(sha256, join(VERSION, suite, utf8(label), secret), salt);
}

function labeledExpand(suite, prk, label, info, length) {
  return expand(sha256, prk, join(Uint8Array.of(length >> 8, length & 255), VERSION, suite, utf8(label), info), length);
}
