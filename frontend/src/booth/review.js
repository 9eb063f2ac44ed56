// The check before sending: what is blank in words, answers masked until asked for (research: neighbours sit close).
import { collect, room } from "./answers.js";
import { both, byId, data, empty, make, on, screenNamed, showScreen, tell } from "./dom.js";
import { SAY } from "./words.js";

/** `edit(card)` turns to a card of the ballot; `send()` is called when nothing hinders it. */
export function makeReview(poll, questionnaire, { edit, send }) {
  const state = { shown: false };
  const several = poll.subjects.length > 1;
  const english = data("english");
  const ofForm = (text) => [text, english[text] || text];

  function show() {
    state.shown = false;
    draw();
    showScreen(screenNamed("review"));
  }

  function draw() {
    const parts = collect(poll, questionnaire);
    drawBlanks(parts);
    empty(byId("answers"));
    tell(byId("review-error"), SAY.nothing);
    tell(byId("reveal"), state.shown ? SAY.mask : SAY.reveal);
    byId("reveal").setAttribute("aria-pressed", String(state.shown));
    tell(byId("masked"), state.shown ? SAY.shown : SAY.masked);
    parts.forEach((part, number) => byId("answers").append(...answersOf(part, poll.subjects[number])));
  }

  function drawBlanks(parts) {
    const box = byId("blanks");
    empty(box);
    box.className = "box";
    parts.forEach((part, number) => {
      const who = several ? `${poll.subjects[number].name}: ` : "";
      const blank = questionnaire.items.filter((_, place) => part.marks[place] === "0").map((item) => item.number);
      const isEmpty = blank.length === questionnaire.items.length && !Object.keys(part.remarks).length;
      if (blank.length) box.className = "box warn";
      box.append(make("p", "", make("strong", "", who, ...both(blankSentence(blank, isEmpty)))));
    });
    if (box.className !== "box") {
      box.append(make("p", "", ...both(SAY.mayStayBlank)));
    }
  }

  function blankSentence(blank, isEmpty) {
    if (isEmpty) return SAY.empty;
    return blank.length ? SAY.blanks(blank) : SAY.complete;
  }

  function answersOf(part, subject) {
    const ofItem = (item) => {
      const mark = Number(part.marks[questionnaire.items.indexOf(item)]);
      const wording = ofForm(item.text).map((text) => `${item.number}. ${text.replace(/ \([^]*\)\.?$/, "")}`);
      return row(subject, item.key, wording, mark ? ofForm(item.levels[mark - 1]) : SAY.nothing, part.remarks[item.key]);
    };
    const rows = [
      ...questionnaire.items.filter((item) => item.note).map(ofItem),
      ...questionnaire.opinions.map((opinion) => row(subject, opinion.key, ofForm(opinion.text), null, part.remarks[opinion.key])),
      ...questionnaire.items.filter((item) => !item.note).map(ofItem),
    ];
    const heading = several ? [make("h2", "", subject.name)] : [];
    return [...heading, make("ul", "list", ...rows)];
  }

  function row(subject, key, wording, level, remark) {
    const lines = [make("p", "", ...both(wording))];
    if (level !== null) lines.push(make("p", "answer", ...both(level[0] ? (state.shown ? level : SAY.answered) : SAY.blank)));
    if (remark && state.shown) lines.push(make("p", "remark", remark));
    if (!state.shown && (remark || level === null)) lines.push(make("p", "muted", ...both(remark ? SAY.written : SAY.notWritten)));
    const button = make("button", "link", ...both(SAY.edit), make("span", "unseen", ": ", ...both(wording)));
    button.type = "button";
    on(button, "click", () => edit(document.querySelector(`[data-item="${subject.key}.${key}"], [data-field="${subject.key}.${key}"]`)));
    return make("li", "", make("div", "", ...lines), button);
  }

  on(byId("reveal"), "click", () => {
    state.shown = !state.shown;
    draw();
  });
  function sendIfItFits() {
    if (poll.subjects.some((subject) => room(subject) < 0)) {
      tell(byId("review-error"), SAY.over);
      byId("blanks").scrollIntoView();
    } else {
      send(collect(poll, questionnaire));
    }
  }
  // Above the answers, so that nobody takes the page for the end; below them too, for whoever read to the last.
  for (const id of ["send", "send-below"]) on(byId(id), "click", sendIfItFits);

  return { show, wipe: () => { empty(byId("answers")); empty(byId("blanks")); } };
}
