// Three sizes of type. The largest shows one item a screen, so that nothing is squeezed.
import { on } from "./dom.js";

const SIZES = ["", "type-125", "type-150"];

/** `whenLarge(isLargest)` hears of every change; `reset()` goes back to the first size. */
export function makeTypeSize(button, whenLarge) {
  let size = 0;

  function choose(wanted) {
    const root = document.documentElement;
    if (SIZES[size]) root.classList.remove(SIZES[size]);
    size = wanted;
    if (SIZES[size]) root.classList.add(SIZES[size]);
  }

  on(button, "click", () => {
    choose((size + 1) % SIZES.length);
    whenLarge(size === SIZES.length - 1);
  });
  return { reset: () => choose(0) };
}
