// One device for many voters in turn: memory only, cleared after each voter and whenever nobody touches it for a
// minute, left only with the officer's PIN. The PIN stays in this page and ends with it.
import { byId, on, remember, screenNamed, showScreen, tell } from "./dom.js";
import { SAY } from "./words.js";

const IDLE_S = 60;
const WARN_S = 20;
const PIN = /^\d{4,8}$/;
const WRONG_PINS = 3;
const PIN_PAUSE_MS = 30000;
const TOUCHES = ["pointerdown", "touchstart", "keydown", "input", "wheel"];

/**
 * Runs the device. `isBusy()`: somebody's screen shows; `isUnsent()`: it holds a sealed ballot that no box has
 * answered for, which idleness must not throw away; `clear()` leaves nothing of that voter; `enter()` shows the entry.
 */
export function makeSharedDevice({ isBusy, isUnsent, clear, enter }) {
  const state = { pin: "", touched: 0, wrong: 0, barred: 0 };

  function invite() {
    clear();
    empty("pin", "pin-again", "leave-pin");
    tell(byId("leave-error"), SAY.nothing);
    hideWarning();
    showScreen(screenNamed("attract"));
  }

  function begin(event) {
    event.preventDefault();
    const { value } = byId("pin");
    if (!PIN.test(value)) return tell(byId("pin-error"), SAY.pinShape);
    if (value !== byId("pin-again").value) return tell(byId("pin-error"), SAY.pinDiffers);
    tell(byId("pin-error"), SAY.nothing);
    Object.assign(state, { pin: value, wrong: 0 });
    remember({ kept: true });
    const root = document.documentElement;
    if (root.requestFullscreen) root.requestFullscreen().catch(() => undefined);
    return invite();
  }

  function leave(event) {
    event.preventDefault();
    const right = byId("leave-pin").value === state.pin;
    empty("leave-pin");
    if (performance.now() < state.barred) return tell(byId("leave-error"), SAY.pinBarred);
    if (!right) {
      state.wrong += 1;
      if (state.wrong % WRONG_PINS === 0) state.barred = performance.now() + PIN_PAUSE_MS;
      return tell(byId("leave-error"), SAY.pinWrong);
    }
    end();
    if (document.fullscreenElement) document.exitFullscreen().catch(() => undefined);
    return showScreen(screenNamed("setup"));
  }

  function end() {
    state.pin = "";
    clear();
    empty("pin", "pin-again", "leave-pin");
    tell(byId("leave-error"), SAY.nothing);
  }

  function look() {
    const left = Math.ceil(IDLE_S - (performance.now() - state.touched) / 1000);
    const waits = state.pin && (isBusy() ? !isUnsent() : !screenNamed("leave").hidden);
    if (!waits || left > WARN_S) return hideWarning();
    if (left <= 0) return invite();
    if (byId("idle").hidden) tell(byId("idle-heard"), SAY.idle(left));
    byId("idle").hidden = false;
    return tell(byId("idle-shown"), SAY.idle(left));
  }

  function hideWarning() {
    byId("idle").hidden = true;
    tell(byId("idle-heard"), SAY.nothing);
  }

  function touch() {
    state.touched = performance.now();
    hideWarning();
  }

  for (const event of TOUCHES) window.addEventListener(event, touch, { capture: true, passive: true });
  setInterval(look, 1000);
  on(byId("setup-form"), "submit", begin);
  on(byId("leave-form"), "submit", leave);
  on(byId("attract-begin"), "click", enter);
  on(byId("attract-leave"), "click", () => showScreen(screenNamed("leave")));
  on(byId("leave-no"), "click", invite);
  // A screen that was locked or left is not shown again to whoever wakes it.
  on(document, "visibilitychange", () => {
    if (document.visibilityState === "hidden" && state.pin && isBusy() && !isUnsent()) invite();
  });
  on(window, "beforeunload", (event) => {
    if (!state.pin) return;
    event.preventDefault();
    event.returnValue = "";
  });
  on(window, "pagehide", end);

  return { invite, show: () => showScreen(screenNamed("setup")), holds: () => Boolean(state.pin) };
}

function empty(...ids) {
  for (const id of ids) byId(id).value = "";
}
