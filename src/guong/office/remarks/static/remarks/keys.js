// One hand on the keyboard: digits choose, Ctrl+Enter keeps, n goes on; only while the focus is on the sheet (WCAG 2.1.4).
const sheet = document.querySelector(".sheet");
const proposal = document.querySelector("form.proposal");
const typing = (element) => element.matches("textarea, select, input:not([type=radio], [type=checkbox])");

function choose(digit) {
  const choice = proposal.querySelectorAll('[name="verdict"]')[digit - 1];
  choice.checked = true;
  choice.focus();
  if (choice.value === "edit") proposal.querySelector('[name="text"]').focus();
  if (choice.value === "withhold") proposal.querySelector('[name="reason"]').focus();
}

function press(key) {
  const target = document.querySelector(`[data-key="${key}"]`);
  if (target?.matches("input")) target.focus();
  else target?.click();
}

sheet.focus({ preventScroll: true });
sheet.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && event.ctrlKey) {
    const form = event.target.closest("form") || proposal;
    if (form?.matches(".proposal, .give-back")) {
      event.preventDefault();
      form.requestSubmit();
    }
  } else if (event.key === "Escape" && typing(event.target)) {
    event.target.blur();
  } else if (!event.ctrlKey && !event.altKey && !event.metaKey && !typing(event.target)) {
    if (proposal && /^[1-3]$/.test(event.key)) {
      event.preventDefault();
      choose(Number(event.key));
    } else if (/^[1-3n]$/i.test(event.key)) {
      event.preventDefault();
      press(event.key.toLowerCase());
    }
  }
});
