// Before the opening: sends the test ballot from this machine through the network to the box, and compares the clocks.
// Nothing of it can stay in the box: the slip is made up. Without this script the page's buttons do what they can.
const card = document.getElementById("trial");
const bytes = (text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
const FRESH_FOR = 120_000;
const plainly = { credentials: "omit", cache: "no-store" };

function post(address, fields, part) {
  const body = new FormData();
  body.set("csrfmiddlewaretoken", card.querySelector("[name=csrfmiddlewaretoken]").value);
  for (const [name, value] of Object.entries(fields)) body.set(name, value);
  return fetch(address, { method: "POST", body, headers: { "X-Part": part } });
}

async function whole(address) {
  const answer = await fetch(address, plainly);
  if (!answer.ok) throw new Error(address);
  return answer.text();
}

async function says(address, body) {
  const answer = await fetch(address, { ...plainly, method: "POST", body });
  return (await answer.json()).state;
}

async function failing(trial) {
  if (location.origin !== card.dataset.origin) return "origin";
  let step = "page";
  try {
    const page = new DOMParser().parseFromString(await whole(trial.page), "text/html");
    step = "script";
    const needed = [...page.querySelectorAll("script[src], link[rel=stylesheet]")];
    if (!needed.length) return step;
    for (const one of needed) await whole(one.getAttribute("src") ?? one.getAttribute("href"));
    step = "slot";
    if ((await says(`${trial.page}/slot`, bytes(trial.slot))) !== "unknown_slip") return step;
    step = "cast";
    return (await says(`${trial.page}/cast`, bytes(trial.cast))) === "unknown_slip" ? "" : step;
  } catch {
    return step;
  }
}

async function run() {
  const asked = Date.now();
  const answer = await post(card.dataset.trial, {}, "trial");
  const heard = Date.now();
  if (!answer.ok || answer.redirected) return;
  const trial = await answer.json();
  if (trial.refused) return;
  const ahead = Math.round(((asked + heard) / 2 - trial.now) / 1000);
  const told = await post(card.dataset.result, { failed: await failing(trial), ahead }, "trial");
  if (told.ok && !told.redirected) await redraw();
}

// Rows, number and questions as they stand after the trial; a question that was answered meanwhile stays answered.
async function redraw() {
  const answer = await fetch(location.pathname, { cache: "no-store" });
  if (!answer.ok || answer.redirected) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  for (const id of ["left", "questions-open", "questions-ask", "muc-test_ballot", "muc-clock"]) {
    const [shown, fresh] = [document.getElementById(id), page.getElementById(id)];
    if (!shown || !fresh || shown.textContent === fresh.textContent) continue;
    for (const box of fresh.querySelectorAll("input[type=checkbox]")) {
      const before = document.getElementById(box.id);
      box.checked = Boolean(before?.checked && before.parentElement.textContent === box.parentElement.textContent);
    }
    shown.replaceWith(document.adoptNode(fresh));
  }
}

// Every tick loads the page anew: a way that was found open a moment ago isn't tried again.
function isFresh() {
  const tried = Number(sessionStorage.getItem(card.dataset.trial));
  return document.querySelector("#muc-test_ballot.check-ok") && Date.now() - tried < FRESH_FOR;
}

if (card && !isFresh()) {
  sessionStorage.setItem(card.dataset.trial, String(Date.now()));
  run();
}
