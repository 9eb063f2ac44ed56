// Fast keying: within the grid a digit chooses and goes on, arrows go up and down.

/** Lets the digits 0-4 choose in the line that has the focus and move to the next line. */
export function guideKeys(form) {
  const lines = [...form.querySelectorAll(".line")];
  const focusLine = (line) => {
    const target = line.querySelector("input:checked") || line.querySelector("input");
    target.focus();
  };
  form.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.target.type !== "radio") return;
    const place = lines.indexOf(event.target.closest(".line"));
    if (place < 0) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      if (lines[place + step]) focusLine(lines[place + step]);
    } else if (/^[0-4]$/.test(event.key)) {
      event.preventDefault();
      lines[place].querySelector(`input[value="${event.key}"]`).checked = true;
      if (lines[place + 1]) focusLine(lines[place + 1]);
      else form.querySelector('button[type="submit"]').focus();
    }
  });
}
