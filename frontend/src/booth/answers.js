// The voter's answers: they live in the page's own inputs and nowhere else, until they are sealed and wiped.
import { REMARK_BUDGET, remarkBytes, tidyRemark } from "../crypto/remarks.js";
import { all, byId, tell } from "./dom.js";
import { SAY } from "./words.js";

const NEAR = 900;
const BYTES_OF_A_WORD = 7;

const markOf = (subject, item) => {
  const chosen = document.querySelector(`input[name="${subject.key}.${item.key}"]:checked`);
  return chosen ? chosen.value : "0";
};

const textareas = (subject) => all(`textarea[data-remark^="${subject.key}."]`);

/** Returns one part for each subject, in the poll's order: `{subject, marks, remarks}`. */
export function collect(poll, questionnaire) {
  return poll.subjects.map((subject) => ({
    subject: subject.key,
    marks: questionnaire.items.map((item) => markOf(subject, item)).join(""),
    remarks: remarksOf(subject),
  }));
}

function remarksOf(subject) {
  const remarks = {};
  for (const area of textareas(subject)) {
    const text = tidyRemark(area.value);
    if (text) remarks[area.dataset.remark.slice(subject.key.length + 1)] = text;
  }
  return remarks;
}

/** Bytes that are left of a subject's remark budget; negative where it is exceeded. */
export function room(subject) {
  const used = Object.values(remarksOf(subject)).reduce((sum, text) => sum + remarkBytes(text), 0);
  return REMARK_BUDGET - used;
}

/** Says beside the field how much room is left, once it gets scarce. */
export function showRoom(subject, area) {
  const left = room(subject);
  for (const other of textareas(subject)) {
    const line = other.parentElement.querySelector(".budget");
    const words = Math.floor(left / BYTES_OF_A_WORD);
    line.classList.toggle("over", left < 0);
    tell(line, other !== area || left > NEAR ? SAY.nothing : left < 0 ? SAY.over : SAY.room(words));
  }
}

export const answeredCount = (subject) => all(`input[name^="${subject.key}."]:checked`).length;

export const hasAnswers = () =>
  Boolean(document.querySelector("#ballot input:checked")) || all("#ballot textarea").some((area) => area.value);

export function markAnswered(card) {
  card.classList.toggle("answered", Boolean(card.querySelector("input:checked")));
}

/** Leaves no answer in the document. */
export function wipeAnswers() {
  byId("ballot").reset();
  for (const area of all("#ballot textarea")) {
    area.value = "";
    // A new field knows nothing that the keyboard's "undo" could bring back.
    area.replaceWith(area.cloneNode());
  }
  for (const line of all("#ballot .budget")) line.textContent = "";
  for (const card of all("#ballot .answered")) card.classList.remove("answered");
  for (const note of all("#ballot .note")) note.hidden = true;
  for (const button of all("[data-note]")) button.setAttribute("aria-expanded", "false");
}
