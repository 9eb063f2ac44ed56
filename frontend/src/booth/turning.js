// Turning the pages of the ballot: five cards a screen, or one item a screen. All cards are in the document from
// the start, so turning needs no network. The browser's own "back" turns back instead of leaving.
import { answeredCount, markAnswered, showRoom } from "./answers.js";
import { all, byId, on, remember, showScreen, tell } from "./dom.js";
import { SAY } from "./words.js";

/** `onEnd`: called past the last page; `onStart`: called before the first. */
export function makeTurning(poll, questionnaire, { onEnd, onStart }) {
  const steps = all('[data-screen="step"]');
  const state = { single: false, page: 0, returning: false };
  const subjectOf = (step) => poll.subjects.find((subject) => subject.key === step.dataset.subject);
  const cardsOf = (step) => all(".card", step);

  const pages = () =>
    steps.flatMap((step) => (state.single ? cardsOf(step).map((card) => ({ step, cards: [card] })) : [{ step, cards: cardsOf(step) }]));

  function count(step) {
    const subject = subjectOf(step);
    tell(step.querySelector("[data-count]"), SAY.count(answeredCount(subject), questionnaire.items.length));
  }

  function show(page, { record = true } = {}) {
    const { step, cards } = pages()[page];
    state.page = page;
    for (const card of cardsOf(step)) card.hidden = !cards.includes(card);
    count(step);
    byId("turn").hidden = false;
    byId("return").hidden = !state.returning;
    byId("return").className = state.returning ? "main" : "link";
    byId("next").className = state.returning ? "second" : "main";
    tell(byId("mode"), state.single ? SAY.cards : SAY.single);
    showScreen(step);
    fit();
    if (record) remember({ page });
  }

  /** Puts the levels one under the other where large type leaves them no room in a row. */
  function fit() {
    const root = document.documentElement;
    root.classList.remove("tight");
    const isCut = (level) => level.scrollWidth > level.clientWidth + 1;
    root.classList.toggle("tight", all(".level > span").some((level) => level.offsetParent && isCut(level)));
  }

  function turnTo(card) {
    const page = pages().findIndex(({ cards }) => cards.includes(card));
    state.returning = true;
    show(page);
    const first = card.querySelector("input, textarea");
    card.scrollIntoView();
    if (first) first.focus({ preventScroll: true });
  }

  function setSingle(single) {
    if (single === state.single) return;
    const shown = pages()[state.page];
    const anchor = shown.cards[0];
    state.single = single;
    document.documentElement.classList.toggle("stacked", single);
    state.page = pages().findIndex(({ cards }) => cards.includes(anchor));
    if (!shown.step.hidden) show(state.page, { record: false });
  }

  on(window, "resize", fit);

  function leave(act) {
    byId("turn").hidden = true;
    state.returning = false;
    act();
  }

  on(byId("next"), "click", () => (state.page + 1 < pages().length ? show(state.page + 1) : leave(onEnd)));
  on(byId("back"), "click", () => (state.page > 0 ? show(state.page - 1) : leave(onStart)));
  on(byId("return"), "click", () => leave(onEnd));
  on(byId("mode"), "click", () => setSingle(!state.single));
  for (const step of steps) {
    on(step, "change", (event) => {
      const card = event.target.closest("[data-item]");
      if (card) markAnswered(card);
      count(step);
    });
    on(step, "input", (event) => event.target.dataset.remark && showRoom(subjectOf(step), event.target));
    on(step, "click", (event) => pressed(event.target.closest("button") || event.target, step, count));
  }

  /** As it was before the first voter came. */
  function reset() {
    Object.assign(state, { single: false, page: 0, returning: false });
    document.documentElement.classList.remove("stacked", "tight");
    byId("turn").hidden = true;
  }

  return { show, turnTo, setSingle, fit, reset, hide: () => (byId("turn").hidden = true), last: () => pages().length - 1, page: () => state.page };
}

function pressed(target, step, count) {
  const card = target.closest("[data-item]");
  if (!card) return;
  if (target.hasAttribute("data-note")) {
    const note = card.querySelector(".note");
    note.hidden = !note.hidden && !note.querySelector("textarea").value;
    target.setAttribute("aria-expanded", String(!note.hidden));
    if (!note.hidden) note.querySelector("textarea").focus();
  }
  if (target.hasAttribute("data-clear")) {
    for (const input of all("input", card)) input.checked = false;
    markAnswered(card);
    count(step);
    card.querySelector("input").focus();
  }
}
