// The paper desk: one sheet keyed twice, compared, sealed here, sent sealed.
// The station's key and the keyed answers live in this page's memory only; nothing is stored.
import { asBallot, differences, firstMissing, readSheet, saysNothing, settle } from "./sheet.js";
import { showDifferences } from "./compare.js";
import { guideKeys } from "./keys.js";

const data = JSON.parse(document.getElementById("desk-data").textContent);
// The cookie's value follows a new sign-in in another window, the page's own does not.
const token = () =>
  (/(?:^|; )csrftoken=([^;]+)/.exec(document.cookie) || [])[1] ||
  document.querySelector('input[name="csrfmiddlewaretoken"]').value;
const at = (id) => document.getElementById(id);
const steps = ["card-step", "keying-step", "handover-step", "compare-step", "send-step", "done-step"];

let station;
let stationKey;
let slot = data.slot;
let first = null;
let second = null;
let waiting = null; // the sealed sheet that the server has not acknowledged: until then only these very bytes are sent
let isSending = false;
let wasLost = false;

function show(step) {
  for (const id of steps) at(id).hidden = id !== step;
}

function say(sentence, kind = "danger") {
  const notice = at("notice");
  notice.hidden = !sentence;
  notice.className = `notice ${kind}`;
  notice.textContent = sentence;
  if (sentence && kind === "danger") notice.focus();
}

function beginSheet() {
  first = second = waiting = null;
  wasLost = false;
  if (slot === null) {
    show("done-step");
    return;
  }
  keyIn(1);
}

function keyIn(round) {
  const form = at("sheet").content.firstElementChild.cloneNode(true);
  at("keying-title").textContent = round === 1 ? "Nhập lần một" : "Nhập lần hai";
  at("keying-help").textContent =
    round === 1 ? "Lấy một tờ phiếu trong hòm, nhập đúng như trên giấy." : "Nhập lại chính tờ phiếu ấy, không hỏi người trước.";
  form.addEventListener("change", () => {
    form.querySelector(".sheet-body").hidden = new FormData(form).get("kind") !== "marked";
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    take(form, round);
  });
  guideKeys(form);
  at("keying-place").replaceChildren(form);
  show("keying-step");
  form.querySelector('input[name="kind"]').focus();
}

function take(form, round) {
  const sheet = readSheet(form, data.questionnaire, station.tidyRemark);
  const missing = firstMissing(sheet, data.questionnaire);
  if (missing) {
    say(`Nội dung ${missing.number} chưa chọn. Nếu trên giấy để trống hoặc đánh hai ô, chọn “Trống, hai dấu”.`);
    form.querySelector(`[data-item="${missing.key}"] input`).focus();
    return;
  }
  if (saysNothing(sheet)) {
    say("Tờ phiếu không có ô nào được đánh và không có chữ nào. Đề nghị chọn “Để trống hoàn toàn”.");
    return;
  }
  if (tooLong(sheet)) {
    say("Phần chữ viết dài quá mức một phiếu nhận được. Đề nghị hai người cùng rút gọn, giữ đủ ý.");
    return;
  }
  say("");
  at("keying-place").replaceChildren();
  if (round === 1) {
    first = sheet;
    show("handover-step");
    at("handover").focus();
  } else {
    second = sheet;
    compare();
  }
}

const tooLong = (sheet) =>
  Object.values(sheet.notes).reduce((sum, text) => sum + station.remarkBytes(text), 0) > station.REMARK_BUDGET;

function compare() {
  const found = differences(first, second, data.questionnaire);
  at("compare-title").textContent = found.length ? `Có ${found.length} chỗ khác nhau` : "Hai lần nhập giống nhau";
  at("compare-help").textContent = found.length
    ? "Hai người cùng đọc lại tờ phiếu và chọn kết quả đúng cho từng chỗ."
    : "Nếu tờ phiếu đã đúng, niêm phong vào hòm.";
  const kinds = found.length > 0 && found[0].part === "kind";
  const settled = showDifferences(at("differences"), found, data.questionnaire);
  at("seal").hidden = kinds;
  at("seal").onclick = () => {
    const values = settled();
    if (values === null) say("Còn chỗ chưa chọn. Đề nghị hai người chọn đủ rồi niêm phong.");
    else seal(settle(first, values), found.length);
  };
  show("compare-step");
  at("compare-title").focus();
}

function seal(sheet, found) {
  if (waiting) return;
  const { marks, remarks } = asBallot(sheet, data.questionnaire);
  const { definition, questionnaire, subject } = data;
  try {
    const sealed = station.sealSheet({ definition, questionnaire, subject, slotKey: slot, marks, remarks, stationKey });
    waiting = { ...sealed, invalid: sheet.kind === "marked" ? "" : sheet.kind, differences: found };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    say("Phần chữ viết dài quá mức một phiếu nhận được. Đề nghị nhập lại tờ này và rút gọn, giữ đủ ý.");
    return;
  }
  send(sheet, found);
}

async function send(sheet, found) {
  if (isSending) return;
  at("resend").onclick = () => send(sheet, found);
  busy(true);
  let answer;
  try {
    const headers = { "Content-Type": "application/json", "X-CSRFToken": token() };
    const response = await fetch(data.put, { method: "POST", headers, body: JSON.stringify(waiting) });
    answer = await response.json();
  } catch {
    wasLost = true;
    say("");
    show("send-step");
    return;
  } finally {
    busy(false);
  }
  slot = answer.slot;
  if (answer.state === "entered") {
    at("entered").textContent = answer.entered;
    say("Đã niêm phong tờ phiếu. Để tờ giấy sang chồng đã nhập.", "ok");
    beginSheet();
  } else if (answer.reason === "used" && slot !== null) {
    waiting = null; // another sheet lies there, so this one does not
    seal(sheet, found);
  } else {
    if (!wasLost) waiting = null; // plainly refused; after a lost answer it may lie in the box all the same
    say(answer.sentence);
  }
}

function busy(sending) {
  isSending = sending;
  for (const id of ["seal", "again", "resend"]) at(id).disabled = sending;
}

at("handover").addEventListener("click", () => keyIn(2));
at("again").addEventListener("click", () => {
  say("");
  beginSheet();
});
at("card-form").addEventListener("submit", (event) => {
  event.preventDefault();
  const code = at("card-code").value;
  const read = station.readStationCard(code, data.definition.poll);
  const key = read.refused ? null : station.stationKeyFromCard(code, data.definition.poll);
  if (!key || !station.isRegistered(data.definition, key)) {
    say(
      read.refused === "mistyped"
        ? `Nhóm thứ ${read.groups.join(", ")} gõ chưa đúng. Đề nghị đối chiếu lại với thẻ.`
        : "Thẻ này không phải thẻ bàn nhập phiếu của hội nghị này. Đề nghị hỏi tổ trưởng tổ kiểm phiếu.",
    );
    return;
  }
  at("card-code").value = "";
  stationKey = key;
  if (at("pile")) at("pile").remove();
  say("");
  beginSheet();
});
window.addEventListener("beforeunload", (event) => {
  if (first || waiting) event.preventDefault();
});

import(data.station)
  .then((module) => {
    station = module;
    show(slot === null ? "done-step" : "card-step");
    if (slot !== null) at("card-code").focus();
  })
  .catch(() => say("Không tải được phần niêm phong phiếu. Đề nghị tải lại trang; nếu vẫn vậy, báo quản trị viên."));
