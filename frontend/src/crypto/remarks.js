// What may be written beside a mark (formats §5). No cryptography: the page counts with it while typing.

export const REMARK_BUDGET = 4096;
const FORBIDDEN =
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;
const LONE_SURROGATES = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|([^\uD800-\uDBFF]|^)[\uDC00-\uDFFF]/g;

/** Returns a remark as it may be sealed, possibly "". */
export function tidyRemark(typed) {
  const plain = typed.replace(LONE_SURROGATES, "$1").normalize("NFC").replace(/\r\n?/g, "\n").replace(/\t/g, " ");
  return plain.replace(FORBIDDEN, "").trim().normalize("NFC");
}

/** Length in bytes of a remark as a JSON string with its quotes. */
export const remarkBytes = (text) => new TextEncoder().encode(JSON.stringify(text)).length;
