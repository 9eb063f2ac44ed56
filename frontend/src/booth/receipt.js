// The receipt: "this envelope is in the box", nothing of its content (DESIGN §4.4, formats §7).
import { byId, empty, screenNamed, showScreen, tell } from "./dom.js";
import { publishedLeaves } from "./network.js";
import { showTold } from "./slip.js";
import { CHECKED, SAY } from "./words.js";

const SVG = "http://www.w3.org/2000/svg";
const ADDRESS = /^r([0-9a-f]{64})\.([0-9a-f]{128})$/;

/** Returns `{leaf, signature}` (hex) if the page was entered by a receipt's QR, else null. */
export function receiptIn(fragment) {
  const found = ADDRESS.exec(fragment);
  return found && { leaf: found[1], signature: found[2] };
}

/** Shows that the ballot is in the box. `answer` is the server's acknowledgement, already proven. */
export function showReceipt(poll, { code, answer, rows }, erased) {
  byId("receipt-code").textContent = code;
  tell(byId("kept"), erased ? SAY.erased : SAY.notErased);
  draw(rows(`${location.origin}/b/${poll.poll}#r${answer.leaf}.${answer.signature}`));
  showScreen(screenNamed("receipt"));
}

/** Leaves no receipt in the document. */
export function wipeReceipt() {
  byId("receipt-code").textContent = "";
  empty(byId("receipt-qr"));
}

/** Tells the holder of a receipt whether the published list holds it; the whole list is read, so asking says nothing. */
export async function checkReceipt(poll, receipt, loadSealing) {
  say("reading");
  const { isSignedReceipt } = await loadSealing();
  if (!isSignedReceipt(poll, receipt.leaf, receipt.signature)) return say("foreign");
  const leaves = await publishedLeaves(poll.poll);
  if (!leaves) return say("not_closed");
  return say(leaves.includes(receipt.leaf) ? "listed" : "missing");
}

// A receipt's holder has voted: another slip is no help here.
const say = (outcome) => showTold({ ...CHECKED[outcome], isFinal: true });

function draw(rows) {
  const picture = document.createElementNS(SVG, "svg");
  const path = document.createElementNS(SVG, "path");
  picture.setAttribute("viewBox", `0 0 ${rows.length} ${rows.length}`);
  picture.setAttribute("aria-hidden", "true");
  const dark = rows.map((row, y) => row.map((bit, x) => (bit ? `M${x} ${y}h1v1h-1z` : "")).join(""));
  path.setAttribute("d", dark.join(""));
  picture.append(path);
  empty(byId("receipt-qr"));
  byId("receipt-qr").append(picture);
}
