// One keyed sheet as plain values, and how two of them differ. No page, no network.
//
// A sheet is {kind: "marked"|"no_stamp"|"blank", marks: {item: "0".."4"}, notes: {field: text}}.

/** Reads a filled form; items nobody chose are missing from `marks`. */
export function readSheet(form, questionnaire, tidy) {
  const typed = new FormData(form);
  const kind = typed.get("kind");
  const sheet = { kind, marks: {}, notes: {} };
  if (kind !== "marked") return sheet;
  for (const { key } of questionnaire.items) {
    if (typed.get(key) !== null) sheet.marks[key] = typed.get(key);
  }
  for (const [name, value] of typed) {
    const text = name.startsWith("note:") ? tidy(value) : "";
    if (text) sheet.notes[name.slice(5)] = text;
  }
  return sheet;
}

/** The first item without a choice, or null. */
export const firstMissing = (sheet, questionnaire) =>
  sheet.kind === "marked" ? questionnaire.items.find(({ key }) => !(key in sheet.marks)) || null : null;

/** True where nothing was ticked and nothing written: such a sheet is to be entered as blank. */
export const saysNothing = (sheet) =>
  sheet.kind === "marked" &&
  Object.values(sheet.marks).every((mark) => mark === "0") &&
  !Object.keys(sheet.notes).length;

/** What differs: [{part: "kind"|"mark"|"note", key, values: [first, second]}]. */
export function differences(first, second, questionnaire) {
  if (first.kind !== second.kind) return [{ part: "kind", key: "kind", values: [first.kind, second.kind] }];
  const marks = questionnaire.items
    .filter(({ key }) => first.marks[key] !== second.marks[key])
    .map(({ key }) => ({ part: "mark", key, values: [first.marks[key], second.marks[key]] }));
  const fields = [...new Set([...Object.keys(first.notes), ...Object.keys(second.notes)])];
  const notes = fields
    .filter((key) => first.notes[key] !== second.notes[key])
    .map((key) => ({ part: "note", key, values: [first.notes[key] || "", second.notes[key] || ""] }));
  return [...marks, ...notes];
}

/** The first sheet with the agreed values put in. */
export function settle(first, settled) {
  const sheet = { kind: first.kind, marks: { ...first.marks }, notes: { ...first.notes } };
  for (const { part, key, value } of settled) {
    if (part === "mark") sheet.marks[key] = value;
    else if (value) sheet.notes[key] = value;
    else delete sheet.notes[key];
  }
  return sheet;
}

/** Marks and remarks as they are sealed; an invalid sheet is sealed as an empty ballot. */
export function asBallot(sheet, questionnaire) {
  const valid = sheet.kind === "marked";
  const marks = questionnaire.items.map(({ key }) => (valid ? sheet.marks[key] : "0")).join("");
  return { marks, remarks: valid ? sheet.notes : {} };
}
