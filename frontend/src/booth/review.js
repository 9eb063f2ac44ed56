// The check before sending: what is blank in words, answers masked until asked for (research: neighbours sit close).
import { collect, room } from "./answers.js";
import { byId, empty, make, on, screenNamed, showScreen } from "./dom.js";
import { SAY, listed } from "./words.js";

/** `edit(card)` turns to a card of the ballot; `send()` is called when nothing hinders it. */
export function makeReview(poll, questionnaire, { edit, send }) {
  const state = { shown: false };
  const several = poll.subjects.length > 1;

  function show() {
    state.shown = false;
    draw();
    showScreen(screenNamed("review"));
  }

  function draw() {
    const parts = collect(poll, questionnaire);
    drawBlanks(parts);
    empty(byId("answers"));
    byId("review-error").textContent = "";
    byId("reveal").textContent = state.shown ? SAY.mask : SAY.reveal;
    byId("reveal").setAttribute("aria-pressed", String(state.shown));
    byId("masked").textContent = state.shown ? SAY.shown : SAY.masked;
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
      box.append(make("p", "", make("strong", "", who + blankSentence(blank, isEmpty))));
    });
    if (box.className !== "box") {
      box.append(make("p", "", "Đồng chí có thể để trống như trên phiếu giấy, hoặc bấm Sửa để trả lời."));
    }
  }

  function blankSentence(blank, isEmpty) {
    if (isEmpty) return "Phiếu đang để trắng. Nếu gửi, phiếu tính là thu về, không hợp lệ.";
    if (!blank.length) return "Đã trả lời đủ các nội dung.";
    return `Còn ${blank.length} nội dung để trống: ${listed(blank)}.`;
  }

  function answersOf(part, subject) {
    const ofItem = (item) => {
      const mark = Number(part.marks[questionnaire.items.indexOf(item)]);
      const wording = `${item.number}. ${item.text.replace(/ \([^]*\)\.?$/, "")}`;
      return row(subject, item.key, wording, mark ? item.levels[mark - 1] : "", part.remarks[item.key]);
    };
    const rows = [
      ...questionnaire.items.filter((item) => item.note).map(ofItem),
      ...questionnaire.opinions.map((opinion) => row(subject, opinion.key, opinion.text, null, part.remarks[opinion.key])),
      ...questionnaire.items.filter((item) => !item.note).map(ofItem),
    ];
    const heading = several ? [make("h2", "", subject.name)] : [];
    return [...heading, make("ul", "list", ...rows)];
  }

  function row(subject, key, wording, level, remark) {
    const lines = [make("p", "", wording)];
    if (level !== null) lines.push(make("p", "answer", level ? (state.shown ? level : "•••• (đã trả lời)") : "để trống"));
    if (remark && state.shown) lines.push(make("p", "remark", remark));
    if (!state.shown && (remark || level === null)) lines.push(make("p", "muted", remark ? "•••• (có viết)" : "không viết"));
    const button = make("button", "link", "Sửa");
    button.type = "button";
    button.setAttribute("aria-label", `Sửa: ${wording}`);
    on(button, "click", () => edit(document.querySelector(`[data-item="${subject.key}.${key}"], [data-field="${subject.key}.${key}"]`)));
    return make("li", "", make("div", "", ...lines), button);
  }

  on(byId("reveal"), "click", () => {
    state.shown = !state.shown;
    draw();
  });
  on(byId("send"), "click", () => {
    if (poll.subjects.some((subject) => room(subject) < 0)) {
      byId("review-error").textContent = SAY.over;
    } else {
      send(collect(poll, questionnaire));
    }
  });

  return { show, wipe: () => { empty(byId("answers")); empty(byId("blanks")); } };
}
