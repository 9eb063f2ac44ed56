// Typing the code of a slip: four groups of five, each with its own check (formats §4).
import { all, byId, on, screenNamed, showScreen, tell } from "./dom.js";
import { tidy } from "../crypto/crockford.js";
import { GROUP_LENGTH } from "../crypto/lengths.js";
import { SAY, codeRefusal } from "./words.js";

/** `loadSealing()` resolves to the sealing module; `accept(ticket)` gets the 10 bytes of a right code. */
export function makeEntry(poll, { loadSealing, accept }) {
  const inputs = all(".code");
  const error = byId("code-error");

  function wipe() {
    for (const input of inputs) input.value = "";
  }

  function show(refusal) {
    wipe();
    mark([]);
    tell(error, refusal ? codeRefusal(refusal) : SAY.nothing);
    showScreen(screenNamed("entry"));
  }

  const mark = (groups) => inputs.forEach((input, place) => input.setAttribute("aria-invalid", String(groups.includes(place + 1))));

  /** A whole code pasted into one field, or the whole address typed by a reader of barcodes, fills all of them. */
  function spread(input) {
    let place = input.value.includes("#") ? 0 : inputs.indexOf(input);
    let text = tidy(input.value.split("#").pop());
    if (text.length <= GROUP_LENGTH) {
      input.value = input.value.toUpperCase();
      if (text.length === GROUP_LENGTH && inputs[place + 1] && !inputs[place + 1].value) inputs[place + 1].focus();
      return;
    }
    for (; text && place < inputs.length; place += 1) {
      inputs[place].value = text.slice(0, GROUP_LENGTH);
      text = text.slice(GROUP_LENGTH);
      inputs[place].focus();
    }
  }

  async function check(input) {
    const group = tidy(input.value);
    const number = inputs.indexOf(input);
    if (group.length !== GROUP_LENGTH) return;
    const { groupIsRight } = await loadSealing();
    input.setAttribute("aria-invalid", String(!groupIsRight(group, number, poll.poll)));
  }

  async function submit(event) {
    event.preventDefault();
    tell(error, SAY.nothing);
    const waiting = setTimeout(() => tell(error, SAY.notLoaded), 1500);
    const { readCode } = await loadSealing();
    clearTimeout(waiting);
    const read = readCode(inputs.map((input) => input.value).join(""), poll.poll);
    if (read.ticket) {
      wipe();
      accept(read.ticket);
      return;
    }
    mark(read.refused === "mistyped" ? read.groups : []);
    tell(error, codeRefusal(read));
  }

  for (const input of inputs) {
    on(input, "input", () => spread(input));
    on(input, "blur", () => check(input));
  }
  on(byId("code-form"), "submit", submit);
  return { show, wipe };
}
