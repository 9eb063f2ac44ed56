// What may be written beside a mark (formats §5). No cryptography: the page counts with it while typing.

export const REMARK_BUDGET = 4096;
// Control, zero-width and direction characters; then whatever the versions of Unicode may order differently, and
// halves of surrogate pairs (decision 0005).
const FORBIDDEN =
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u0897\u1acf-\u1aff\ud800-\udfff\u{10000}-\u{1efff}\u{1fb00}-\u{1ffff}\u{40000}-\u{10ffff}]/gu;

/** Returns a remark as it may be sealed, possibly "". */
export function tidyRemark(typed) {
  const plain = typed.normalize("NFC").replace(/\r\n?/g, "\n").replace(/\t/g, " ");
  return plain.replace(FORBIDDEN, "").trim().normalize("NFC");
}

/** Length in bytes of a remark as a JSON string with its quotes. */
export const remarkBytes = (text) => new TextEncoder().encode(JSON.stringify(text)).length;
