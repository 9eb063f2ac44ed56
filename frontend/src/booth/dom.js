// The few things that every part of the page does with the document.

export const byId = (id) => document.getElementById(id);
export const all = (selector, root = document) => Array.from(root.querySelectorAll(selector));
export const on = (target, event, act) => target.addEventListener(event, act);

export const data = (id) => JSON.parse(byId(id).textContent);

/** Makes an element; children are elements or text, never markup. */
export function make(tag, className, ...children) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  element.append(...children);
  return element;
}

/** The two renderings of a text; the style sheet shows the one of the page's language. */
export const both = ([vietnamese, english]) =>
  [["vi", vietnamese], ["en", english]].map(([language, text]) => {
    const span = make("span", "", text);
    span.lang = language;
    return span;
  });

/** Fills an element with a text in both languages; an empty text leaves it empty. */
export function tell(element, text) {
  empty(element);
  if (text[0]) element.append(...both(text));
}

export function empty(element) {
  while (element.firstChild) element.removeChild(element.firstChild);
}

/** Shows one screen, hides the others, and brings reader and keyboard to its heading. */
export function showScreen(screen) {
  for (const section of all("[data-screen]")) section.hidden = section !== screen;
  const heading = screen.querySelector("h1[tabindex]");
  window.scrollTo(0, 0);
  if (heading) heading.focus({ preventScroll: true });
}

export const screenNamed = (name) => document.querySelector(`[data-screen="${name}"]`);

/** Adds a step to the browser's history; a browser that refuses only loses its own "back". */
export function remember(step) {
  try {
    history.pushState(step, "");
  } catch {
    // Turning pages needs no history.
  }
}
