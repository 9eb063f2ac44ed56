// The question about a slip: its holder hears the truth before filling in anything (DESIGN §4.3).
import { byId, screenNamed, showScreen, tell } from "./dom.js";
import { askSlot } from "./network.js";
import { SAY, TOLD } from "./words.js";

const POLL_WORDS = { prepared: "not_open", suspended: "paused", sealed: "closed", opened: "closed", erased: "closed", void: "closed" };

/** Returns the key into TOLD for an answer, "free" for a slip that may vote, "offline" where nobody answered. */
export function verdictOf(answer) {
  if (answer.state !== "free") return TOLD[answer.state] ? answer.state : "offline";
  const poll = POLL_WORDS[answer.poll] || answer.poll;
  return TOLD[poll] ? poll : "free";
}

/**
 * Shows a sentence in place of a ballot; `wait`: it may change, so the voter may ask again; `isFinal`: no slip helps;
 * `isGood`: nothing to worry about.
 */
export function showTold({ title, text, wait = false, isFinal = false, isGood = false }) {
  tell(byId("told-title"), title);
  tell(byId("told-text"), text);
  byId("told-box").className = isGood ? "box calm" : "box warn";
  byId("told-again").hidden = !wait;
  byId("told-other").hidden = isFinal;
  showScreen(screenNamed("told"));
}

/**
 * Asks until there is an answer. `filling()` tells whether the voter has begun: a pause of the poll is then no
 * reason to take the ballot away. `free()` is called when the slip may vote, `told()` when it may not.
 */
export function makeSlipQuestion(poll, { loadSealing, filling, free, told }) {
  const state = { key: null, timer: 0, tries: 0 };

  async function ask() {
    clearTimeout(state.timer);
    const { key } = state;
    if (!key) return;
    const { question } = await loadSealing();
    const verdict = verdictOf(await askSlot(poll.poll, question(poll.poll, key)));
    if (state.key === key) heard(verdict);
  }

  function heard(verdict) {
    if (verdict === "offline") return later(SAY.unchecked);
    if (verdict === "free") {
      tell(byId("slip-status"), SAY.usable);
      return free();
    }
    const { wait = false } = TOLD[verdict];
    if (wait && filling()) return undefined;
    told();
    showTold(TOLD[verdict]);
    if (wait) later(SAY.nothing);
    return undefined;
  }

  function later(status) {
    tell(byId("slip-status"), status);
    state.tries += 1;
    state.timer = setTimeout(ask, Math.min(state.tries * 3000, 20000) * (0.5 + Math.random()));
  }

  function about(key) {
    Object.assign(state, { key, tries: 0 });
    tell(byId("slip-status"), SAY.checking);
    return ask();
  }

  function stop() {
    clearTimeout(state.timer);
    state.key = null;
  }

  return { about, ask, stop };
}
