// Canonical JSON, the one byte form of everything that is hashed or sealed (formats §1).
import { utf8 } from "./bytes.js";

const LONE_SURROGATE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?:[^\uD800-\uDBFF]|^)[\uDC00-\uDFFF]/;

/** Returns the canonical bytes of a JSON value; throws for floats, text that isn't NFC and lone surrogates. */
export const canonical = (value) => utf8(written(value));

function written(value) {
  if (value === null || typeof value === "boolean") return String(value);
  if (typeof value === "number" && Number.isSafeInteger(value)) return String(value);
  if (typeof value === "string") return text(value);
  if (Array.isArray(value)) return `[${value.map(written).join(",")}]`;
  if (typeof value !== "object") throw new Error("not a canonical value");
  const keys = Object.keys(value).sort(byCodePoint);
  return `{${keys.map((key) => `${text(key)}:${written(value[key])}`).join(",")}}`;
}

function text(value) {
  if (value.normalize("NFC") !== value || LONE_SURROGATE.test(value)) throw new Error("text is not canonical");
  return JSON.stringify(value);
}

function byCodePoint(left, right) {
  const a = Array.from(left);
  const b = Array.from(right);
  for (let place = 0; place < a.length && place < b.length; place += 1) {
    const difference = a[place].codePointAt(0) - b[place].codePointAt(0);
    if (difference) return difference;
  }
  return a.length - b.length;
}
