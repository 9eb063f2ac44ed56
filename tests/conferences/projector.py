"""What a page on the projector must keep: everything inside the picture, nothing cut, nothing upon something else."""

from typing import Any

from playwright.sync_api import Page

SIZES = ((1024, 768), (1280, 720), (1920, 1080))
_FAULTS = """() => {
  const faults = [];
  const room = document.documentElement;
  if (room.scrollWidth > innerWidth || room.scrollHeight > innerHeight) faults.push("the page scrolls");
  const own = (element) => [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
  const blocks = [...document.body.querySelectorAll("h1, h2, p, li, svg, .school, .number")]
    .filter((element) => element.checkVisibility() && (own(element) || element.matches("svg, p, li:has(> strong)")))
    .filter((element) => element.tagName === "svg" || element.textContent.trim());
  const boxes = blocks.map((element) => [element, element.getBoundingClientRect()]);
  for (const [element, box] of boxes) {
    const name = `<${element.tagName.toLowerCase()}> ${element.textContent.trim().slice(0, 40)}`;
    if (box.left < -1 || box.top < -1 || box.right > innerWidth + 1 || box.bottom > innerHeight + 1) faults.push(`${name}: outside`);
    if (element.tagName !== "svg" && (element.scrollWidth > element.clientWidth + 2 || element.scrollHeight > element.clientHeight + 4)) faults.push(`${name}: cut`);
  }
  for (const [one, a] of boxes) for (const [other, b] of boxes) {
    if (one === other || one.contains(other) || other.contains(one)) continue;
    const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left), high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
    if (wide > 2 && high > 2) faults.push(`${one.textContent.trim().slice(0, 30)} | ${other.textContent.trim().slice(0, 30)}: overlap`);
  }
  return faults;
}"""
_SMALLEST = """() => Math.min(...[...document.body.querySelectorAll("*")]
  .filter((element) => element.checkVisibility() && [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim()))
  .map((element) => parseFloat(getComputedStyle(element).fontSize)))"""


def faults(page: Page) -> list[str]:
    """Return what is cut, outside the picture or upon something else."""
    found: list[str] = page.evaluate(_FAULTS)
    return found


def smallest_type(page: Page) -> float:
    """Return the smallest type in hundredths of the height of a 16:9 picture that fits the screen."""
    size: Any = page.viewport_size
    pixels: float = page.evaluate(_SMALLEST)
    height: float = min(size["height"], size["width"] * 9 / 16)
    return 100 * pixels / height
