// A voter's answer in its one size (formats §5).
import { canonical } from "./canonical.js";
import { REMARK_BUDGET, remarkBytes, tidyRemark } from "./remarks.js";

export const plaintextSize = (subjects) => 512 + 5120 * subjects;

/** Keys that may carry a remark, in their canonical order (formats §2). */
export const remarkFields = (questionnaire) => [
  ...questionnaire.items.filter((item) => item.note).map((item) => item.key),
  ...questionnaire.opinions.map((opinion) => opinion.key),
];

/**
 * Returns the padded plaintext. `parts` are `{subject, marks, remarks}`: marks a string of one digit per
 * item, remarks an object field -> text. `subjects` is the number of the poll's subjects.
 * Throws RangeError where the remarks of a part exceed their budget.
 */
export function plaintext(poll, parts, questionnaire, subjects) {
  const entries = parts.map((part) => entry(part, questionnaire));
  const text = canonical({ format: "guong/ballot/v1", poll, subjects: entries });
  const padded = new Uint8Array(plaintextSize(subjects));
  new DataView(padded.buffer).setUint32(0, text.length);
  padded.set(text, 4);
  text.fill(0);
  return padded;
}

function entry({ subject, marks, remarks }, questionnaire) {
  if (!/^[0-4]+$/.test(marks) || marks.length !== questionnaire.items.length) throw new Error("marks don't fit");
  const fields = remarkFields(questionnaire);
  if (Object.keys(remarks).some((field) => !fields.includes(field))) throw new Error("unknown remark field");
  const written = fields.map((field) => [field, tidyRemark(remarks[field] || "")]).filter(([, text]) => text);
  if (written.reduce((sum, [, text]) => sum + remarkBytes(text), 0) > REMARK_BUDGET) {
    throw new RangeError("remarks exceed their budget");
  }
  return { marks, remarks: written, subject };
}
