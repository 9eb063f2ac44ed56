// Crockford base 32 as people read and type it (formats §1).

export const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** Returns the first `5 * length` bits of the bytes as characters. */
export function encode(bytes, length) {
  let text = "";
  for (let place = 0; place < length; place += 1) {
    let value = 0;
    for (let bit = 5 * place; bit < 5 * place + 5; bit += 1) {
      value = (value << 1) | ((bytes[bit >> 3] >> (7 - (bit & 7))) & 1);
    }
    text += ALPHABET[value];
  }
  return text;
}

/** Returns the bytes of characters that fill whole bytes; throws for a foreign character. */
export function decode(text) {
  const bytes = new Uint8Array((text.length * 5) / 8);
  let held = 0;
  let bits = 0;
  let place = 0;
  for (const character of text) {
    const value = ALPHABET.indexOf(character);
    if (value < 0) throw new Error("foreign character");
    held = ((held << 5) | value) & 0xfff;
    bits += 5;
    if (bits >= 8) {
      bits -= 8;
      bytes[place] = (held >> bits) & 0xff;
      place += 1;
    }
  }
  return bytes;
}

/** Any case, O for 0, I or L for 1, spaces and hyphens dropped. */
export const tidy = (typed) =>
  typed.toUpperCase().replace(/[\s-]/g, "").replace(/O/g, "0").replace(/[IL]/g, "1");
