// The voter's page. First act: take the slip's code out of the address, before anything else can see it there.
const fragment = location.hash.slice(1);
if (fragment) history.replaceState(null, "", location.pathname);

import { hasAnswers, wipeAnswers } from "./answers.js";
import { byId, data, on, remember, screenNamed, showScreen, tell } from "./dom.js";
import { makeEntry } from "./entry.js";
import { makeLanguage } from "./language.js";
import { canSeal } from "./needs.js";
import { openOutbox } from "./outbox.js";
import { checkReceipt, receiptIn, showReceipt, wipeReceipt } from "./receipt.js";
import { makeReview } from "./review.js";
import { flushOthers, makeSending } from "./sending.js";
import { makeSharedDevice } from "./shared.js";
import { makeSlipQuestion, showTold } from "./slip.js";
import { makeTurning } from "./turning.js";
import { makeTypeSize } from "./type_size.js";
import { DONE, SAY, TOLD } from "./words.js";

const poll = data("poll");
const questionnaire = data("questionnaire");
const isShared = document.body.hasAttribute("data-shared");
// `visit` tells the voters of a shared device apart, so that what was begun for one never ends at another.
const state = { phase: "opening", key: null, visit: 0 };
const loadSealing = heavyHalf(document.body.dataset.seal);
const outbox = openOutbox({ memoryOnly: isShared });
let keyed;
const keyReady = new Promise((resolve) => (keyed = resolve));

/** Fetches the sealing module at once, runs it after the first paint; tries again for as long as the network fails. */
function heavyHalf(address) {
  fetchAhead(address);
  const painted = new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0)));
  const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
  async function load() {
    await painted;
    for (let tries = 0; ; tries += 1) {
      try {
        return await import(tries ? `${address}${address.includes("?") ? "&" : "?"}again=${tries}` : address);
      } catch {
        await pause(Math.min(1000 * 2 ** tries, 15000));
      }
    }
  }
  let loading = null;
  return () => (loading = loading || load());
}

function fetchAhead(address) {
  const link = document.createElement("link");
  link.rel = "modulepreload";
  link.href = address;
  document.head.append(link);
}

function toEntry(refusal) {
  state.phase = "entry";
  entry.show(refusal);
}

function toStart() {
  state.phase = "start";
  showScreen(screenNamed("start"));
}

function toReview() {
  state.phase = "fill";
  remember({ review: true });
  turning.hide();
  review.show();
}

async function useTicket(ticket) {
  const { visit } = state;
  const { signingKey } = await loadSealing();
  await outbox.ready;
  if (visit !== state.visit) return;
  state.key = signingKey(ticket, poll.poll);
  ticket.fill(0);
  keyed();
  const { publicKey } = state.key;
  const mine = (item) => item.slotKey.every((byte, place) => byte === publicKey[place]);
  const kept = outbox.list(poll.poll).find(mine);
  flushOthers(poll, outbox, loadSealing, mine, (left) => notice(left ? SAY.queue : SAY.nothing));
  if (kept) {
    toSealed(kept, { isFound: true });
    return;
  }
  if (state.phase !== "fill") toStart();
  slip.about(state.key);
}

/** Begins anew: a page without answer and slip. A shared device keeps the page, and with it the officer's PIN. */
function afresh() {
  if (shared && shared.holds()) return shared.invite();
  forget();
  return location.replace(location.pathname);
}

/** The receipt goes; the shared device invites the next voter, a voter's own phone says that all is done. */
function finished() {
  if (shared && shared.holds()) return shared.invite();
  wipeReceipt();
  return showTold(DONE);
}

/** Leaves nothing of a voter in this page, as though nobody had come yet. */
function clear() {
  forget();
  Object.assign(state, { phase: "opening", visit: state.visit + 1 });
  slip.stop();
  sending.forget();
  entry.wipe();
  turning.reset();
  typeSize.reset();
  language.reset();
  wipeReceipt();
  for (const details of document.querySelectorAll("details")) details.open = false;
  for (const id of ["slip-status", "told-title", "told-text", "code-error", "kept"]) tell(byId(id), SAY.nothing);
}

function notice(text) {
  tell(byId("queue-notice"), text);
  byId("queue-notice").hidden = !text[0];
}

async function seal(parts) {
  state.phase = "sealed";
  slip.stop();
  sending.sealing();
  let sealed;
  try {
    const { sealAnswer } = await loadSealing();
    await keyReady;
    sealed = sealAnswer(poll, questionnaire, parts, state.key);
  } catch {
    state.phase = "fill";
    review.show();
    tell(byId("review-error"), SAY.sealFailed);
    return;
  }
  const item = { poll: poll.poll, ...sealed };
  await outbox.keep(item);
  forget();
  toSealed(item);
}

function toSealed(item, how) {
  state.phase = "sealed";
  sending.show(item, how);
}

/** Leaves neither answer nor slip in this page; what may be left on the device is sealed. */
function forget() {
  wipeAnswers();
  review.wipe();
  if (state.key) state.key.secret.fill(0);
  state.key = null;
}

function toReceipt(receipt, erased) {
  state.phase = "done";
  forget();
  showReceipt(poll, receipt, erased);
}

const turning = makeTurning(poll, questionnaire, { onEnd: toReview, onStart: toStart });
const entry = makeEntry(poll, { loadSealing, accept: useTicket });
const review = makeReview(poll, questionnaire, { edit: turning.turnTo, send: seal });
const slip = makeSlipQuestion(poll, {
  loadSealing,
  filling: () => state.phase === "fill",
  free: () => state.phase === "told" && toStart(),
  told: () => {
    state.phase = "told";
    wipeAnswers();
    turning.hide();
  },
});
const sending = makeSending(poll, outbox, {
  loadSealing,
  done: toReceipt,
  discarded: afresh,
  unkept: isShared ? SAY.stayHere : SAY.memoryOnly,
});
const language = makeLanguage(byId("language"), () => turning.fit());
const typeSize = makeTypeSize(byId("type-size"), (large) => {
  turning.setSingle(large);
  turning.fit();
});

const shared = isShared
  ? makeSharedDevice({
      isBusy: () => state.phase !== "opening",
      isUnsent: () => state.phase === "sealed" && (Boolean(state.key) || sending.isWaiting()),
      clear,
      enter: () => toEntry(),
    })
  : null;

on(byId("begin"), "click", () => {
  state.phase = "fill";
  turning.show(0);
});
on(byId("review-back"), "click", () => turning.show(turning.last()));
on(byId("told-again"), "click", () => slip.ask());
on(byId("told-other"), "click", afresh);
on(byId("finish"), "click", finished);
on(window, "popstate", ({ state: entered }) => {
  if (state.phase !== "fill" && state.phase !== "start") {
    if (shared && shared.holds()) remember({ kept: true });
    return;
  }
  if (entered && entered.review) review.show();
  else if (entered && entered.page !== undefined) turning.show(entered.page, { record: false });
  else {
    turning.hide();
    toStart();
  }
});
on(window, "hashchange", () => location.reload());
on(window, "beforeunload", (event) => {
  if (state.phase !== "fill" || !hasAnswers()) return;
  event.preventDefault();
  event.returnValue = "";
});
on(window, "pagehide", forget);
on(window, "pageshow", ({ persisted }) => persisted && location.reload());

(async () => {
  wipeAnswers();
  byId("language").hidden = byId("type-size").hidden = false;
  if (!canSeal()) {
    showTold(TOLD.no_sealing);
    return;
  }
  loadSealing();
  if (shared) {
    shared.show();
    return;
  }
  const receipt = receiptIn(fragment);
  if (receipt) {
    checkReceipt(poll, receipt, loadSealing);
    return;
  }
  if (fragment) {
    toStart();
    tell(byId("slip-status"), SAY.checking);
  } else {
    toEntry();
  }
  if (!fragment) {
    await outbox.ready;
    const [waiting] = outbox.list(poll.poll);
    if (waiting) toSealed(waiting, { isFound: true });
    return;
  }
  const { readCode } = await loadSealing();
  const read = readCode(fragment, poll.poll);
  if (read.ticket) useTicket(read.ticket);
  else {
    wipeAnswers();
    turning.hide();
    toEntry(read);
  }
})();
