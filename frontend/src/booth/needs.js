// What sealing can't do without. Storage and WebCrypto's own ciphers are not among it: in-app browsers lack them.

/** Tells whether this browser can seal and send; asked before anything is filled in. */
export const canSeal = () =>
  Boolean(window.crypto && window.crypto.getRandomValues) &&
  [window.fetch, window.AbortController, window.BigInt, window.TextEncoder, window.Promise].every(
    (needed) => typeof needed === "function",
  );
