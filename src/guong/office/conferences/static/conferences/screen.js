// The hall's screen: fetches itself every ten seconds and changes only what has changed, so that nothing flickers.
// It sends no cookie: on an officer's laptop it neither uses nor prolongs a session. Without it the page reloads itself.
const EVERY = 10_000;
const SILENT_FOR = 30_000;
const clock = document.getElementById("clock");
const hours = new Intl.DateTimeFormat("vi-VN", {
  timeZone: "Asia/Ho_Chi_Minh", hour: "2-digit", minute: "2-digit", hourCycle: "h23",
});
let ahead = Date.parse(clock.dataset.now) - Date.now(); // the laptop's own clock may be wrong
let heard = performance.now();
let live = document.getElementById("live");
let shown = live.outerHTML;

function tell() {
  const text = hours.format(new Date(Date.now() + ahead));
  if (clock.textContent !== text) clock.textContent = text;
  document.getElementById("stale").hidden = performance.now() - heard < SILENT_FOR;
}

async function look() {
  const answer = await fetch(location.href, { credentials: "omit", cache: "no-store" });
  if (!answer.ok) return;
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
  const next = fresh.getElementById("live");
  if (!next) return;
  heard = performance.now();
  ahead = Date.parse(fresh.getElementById("clock").dataset.now) - Date.now();
  if (next.outerHTML === shown) return;
  shown = next.outerHTML;
  live.replaceWith(next);
  live = next;
}

setInterval(() => look().catch(() => {}), EVERY);
setInterval(tell, 1_000);
tell();
