// Says on the projector when the server hasn't answered for half a minute: what stands there may be old then.
const SILENT_FOR = 30_000;
const stale = document.getElementById("stale");
let heard = performance.now();

document.body.addEventListener("htmx:afterRequest", (event) => {
  if (event.detail.successful) heard = performance.now();
});
setInterval(() => {
  stale.hidden = performance.now() - heard < SILENT_FOR;
}, 1_000);
