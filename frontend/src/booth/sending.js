// Sends a sealed ballot, always the same bytes, until the server's signature says that it is in the box
// (DESIGN §4.3). Delays are random so that the moment of arrival does not name the sender.
import { byId, on, screenNamed, showScreen, tell } from "./dom.js";
import { postCast } from "./network.js";
import { REFUSED, SAY, SENDING, joined, refusal } from "./words.js";

const FIRST_MS = 1500;
const LONGEST_MS = 30000;
const SOON_MS = 2000;

/**
 * `loadSealing()` resolves to the sealing module; `done(receipt, erased)` and `discarded()` end the sending;
 * `unkept` is said where the device keeps no copy.
 */
export function makeSending(poll, outbox, { loadSealing, done, discarded, unkept }) {
  const state = { item: null, tries: 0, timer: 0, busy: false, refused: false };

  /** `isFound`: an earlier visit left it, so nobody waits for the moment of its arrival. */
  function show(item, { isFound = false } = {}) {
    Object.assign(state, { item, tries: 0, refused: false });
    byId("discard-confirm").hidden = true;
    say(SENDING.sending, false);
    showScreen(screenNamed("sending"));
    if (isFound) again(Math.random() * SOON_MS);
    else attempt();
  }

  function say({ title, text }, actions) {
    tell(byId("sending-title"), title);
    tell(byId("sending-text"), actions && !outbox.durable ? joined(text, unkept) : text);
    byId("sending-actions").hidden = !actions;
    byId("again").hidden = state.refused;
    tell(byId("discard"), state.refused ? SAY.discardAfterRefusal : SAY.discard);
  }

  async function attempt() {
    clearTimeout(state.timer);
    const { item } = state;
    if (!item || state.busy || state.refused) return;
    state.busy = true;
    const sealing = await loadSealing();
    const answer = await postCast(poll.poll, item);
    state.busy = false;
    if (state.item !== item) return;
    const code = answer.state === "accepted" ? sealing.acknowledged(poll, item, answer) : null;
    if (code) await accepted(item, { code, answer, rows: sealing.qrRows });
    else if (REFUSED[answer.state]) refused(answer.state);
    else waiting(answer.state === "accepted" ? "unproven" : answer.state);
  }

  async function accepted(item, receipt) {
    state.item = null;
    done(receipt, await outbox.drop(item));
  }

  function refused(reason) {
    state.refused = true;
    say(refusal(reason), true);
  }

  function waiting(reason) {
    say(SENDING[reason] || SENDING.offline, true);
    state.tries += 1;
    const longest = Math.min(FIRST_MS * 2 ** state.tries, LONGEST_MS);
    again(longest / 2 + (Math.random() * longest) / 2);
  }

  function again(delay) {
    clearTimeout(state.timer);
    state.timer = setTimeout(attempt, delay);
  }

  const soon = () => state.item && state.tries && again(Math.random() * SOON_MS);

  on(window, "online", soon);
  on(document, "visibilitychange", () => document.visibilityState === "visible" && soon());
  on(byId("again"), "click", () => {
    say(SENDING.sending, false);
    attempt();
  });
  on(byId("discard"), "click", () => {
    if (state.refused) discard();
    else byId("discard-confirm").hidden = false;
  });
  on(byId("discard-no"), "click", () => (byId("discard-confirm").hidden = true));
  on(byId("discard-yes"), "click", discard);

  async function discard() {
    const { item } = state;
    state.item = null;
    clearTimeout(state.timer);
    await outbox.drop(item);
    discarded();
  }

  function sealing() {
    say(SENDING.sealing, false);
    showScreen(screenNamed("sending"));
  }

  /** Tells whether a sealed ballot waits for an answer: neither in the box nor refused for good. */
  const isWaiting = () => Boolean(state.item) && !state.refused;

  function forget() {
    clearTimeout(state.timer);
    state.item = null;
  }

  return { show, sealing, isWaiting, forget };
}

/** Sends what earlier voters of this device left behind, without a screen; `changed(count)` after each round. */
export function flushOthers(poll, outbox, loadSealing, isMine, changed) {
  async function round() {
    for (const item of outbox.list(poll.poll).filter((found) => !isMine(found))) {
      const answer = await postCast(poll.poll, item);
      const sealing = await loadSealing();
      const inBox = answer.state === "accepted" && sealing.acknowledged(poll, item, answer);
      if (inBox || REFUSED[answer.state]) await outbox.drop(item);
    }
    const left = outbox.list(poll.poll).filter((found) => !isMine(found)).length;
    changed(left);
    if (left) setTimeout(round, FIRST_MS * 4 + Math.random() * LONGEST_MS);
  }
  if (outbox.list(poll.poll).some((found) => !isMine(found))) setTimeout(round, Math.random() * SOON_MS);
}
