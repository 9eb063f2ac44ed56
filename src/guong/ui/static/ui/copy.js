// Buttons that copy the text of another element. Without this script they stay hidden; the text can be marked by hand.
async function copied(source) {
  const text = source.value ?? source.textContent.trim();
  if (navigator.clipboard) {
    await navigator.clipboard.writeText(text);
    return;
  }
  const range = document.createRange(); // no clipboard over plain HTTP: mark it, the officer presses Ctrl+C
  range.selectNodeContents(source);
  getSelection().removeAllRanges();
  getSelection().addRange(range);
  if (!document.execCommand("copy")) throw new Error("not copied");
}

for (const button of document.querySelectorAll("[data-copies]")) {
  const words = button.querySelector("span");
  button.hidden = false;
  button.addEventListener("click", () => {
    copied(document.getElementById(button.dataset.copies)).then(() => {
      words.textContent = button.dataset.done;
      words.setAttribute("role", "status");
    }, () => {});
  });
}
