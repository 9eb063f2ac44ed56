// The desk's page: ticks without reloading the page, and finding a name without its accents.
// Without this script every button still works by itself.
const list = document.getElementById("attendees");
const search = document.getElementById("search");
const names = document.querySelector("[data-fold]");
const count = document.getElementById("present-count");

const plain = (text) =>
  text.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/gi, "d").toLowerCase().trim();

async function tick(form, body) {
  const answer = await fetch(form.action, { method: "POST", body, headers: { "X-Part": "row" } });
  if (!answer.ok || answer.redirected) {
    location.reload();
    return;
  }
  const part = document.createElement("template");
  part.innerHTML = (await answer.text()).trim();
  const row = part.content.firstElementChild;
  count.textContent = row.dataset.present;
  form.closest(".attendee").replaceWith(row);
  row.querySelector("button").focus();
}

list?.addEventListener("submit", (event) => {
  event.preventDefault();
  const { target: form, submitter: button } = event;
  const body = new FormData(form, button); // before it is disabled: a disabled button sends nothing
  button.disabled = true;
  tick(form, body).catch(() => location.reload());
});

search?.form.addEventListener("submit", (event) => event.preventDefault());
search?.form.querySelector("button").remove();
search?.addEventListener("input", () => {
  const wanted = plain(search.value);
  if (names && wanted) names.open = true;
  for (const row of list.children) row.hidden = !plain(row.dataset.name ?? "").includes(wanted);
});

// In hall mode a desk that nobody touches shows counts only: the names fold away by themselves.
const UNTOUCHED = 2 * 60 * 1000;
let folding;
function fold() {
  search.value = "";
  search.dispatchEvent(new Event("input"));
  names.open = false;
}
function touched() {
  clearTimeout(folding);
  folding = setTimeout(fold, UNTOUCHED);
}
if (names) {
  for (const kind of ["pointerdown", "keydown", "touchstart"]) document.addEventListener(kind, touched, { passive: true });
  touched();
}
