// The clerk's page: the list narrows while typing, without accents; Enter takes the name if only one is left.
// Without this script the search button and every name still work by themselves.
const list = document.getElementById("candidates");
const find = document.getElementById("find");
const none = document.getElementById("none-found");

const plain = (text) =>
  text.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/gi, "d").toLowerCase().trim().replace(/\s+/g, " ");

function fits(typed, name) {
  const words = plain(name).split(" ");
  return (
    plain(name).includes(typed) || typed.split(" ").every((part) => words.some((word) => word.startsWith(part)))
  );
}

const shown = () => [...list.querySelectorAll("li[data-name]")].filter((row) => !row.hidden);

function narrow() {
  const typed = plain(find.value);
  for (const row of list.querySelectorAll("li[data-name]")) row.hidden = !fits(typed, row.dataset.name);
  none.hidden = shown().length > 0;
}

if (list && find) {
  find.addEventListener("input", narrow);
  find.form.addEventListener("submit", (event) => {
    const rows = shown();
    if (rows.length !== 1) return; // the server then also says why a name can't come
    event.preventDefault();
    rows[0].querySelector("button").click();
  });
}
