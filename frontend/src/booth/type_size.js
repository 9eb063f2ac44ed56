// Three sizes of type. The largest shows one item a screen, so that nothing is squeezed.
import { on } from "./dom.js";

const SIZES = ["", "type-125", "type-150"];

export function makeTypeSize(button, whenLarge) {
  let size = 0;
  on(button, "click", () => {
    const root = document.documentElement;
    if (SIZES[size]) root.classList.remove(SIZES[size]);
    size = (size + 1) % SIZES.length;
    if (SIZES[size]) root.classList.add(SIZES[size]);
    whenLarge(size === SIZES.length - 1);
  });
}
