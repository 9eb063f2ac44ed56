// Two languages in one document: switching changes what is shown, needs no network and loses no answer.
import { all, on } from "./dom.js";

const NAMES = { vi: "English", en: "Tiếng Việt" };

/** The button names the other language; texts in attributes and in the title follow. `changed()`: lengths differ; `reset()`: the source. */
export function makeLanguage(button, changed) {
  const root = document.documentElement;
  const labelled = all("[data-english][aria-label]");
  const title = document.querySelector("title");
  const vietnamese = new Map(labelled.map((element) => [element, element.getAttribute("aria-label")]));
  const titles = { vi: title.textContent, en: title.dataset.english };

  function speak(language) {
    root.lang = language;
    button.textContent = NAMES[language];
    button.lang = language === "vi" ? "en" : "vi";
    title.textContent = titles[language];
    for (const element of labelled) {
      element.setAttribute("aria-label", language === "en" ? element.dataset.english : vietnamese.get(element));
    }
  }

  on(button, "click", () => {
    speak(root.lang === "vi" ? "en" : "vi");
    changed();
  });
  return { reset: () => speak("vi") };
}
