"""Figures as a reader sees them: nothing runs over on a small phone, and every line and letter stands out."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page

from generator.shared_files.drawings import CLASSES

ROOT = Path(__file__).resolve().parents[2]
SHOWN = sorted(
    f"{page.relative_to(ROOT / 'docs').with_suffix('')}/"
    for page in (ROOT / "docs").rglob("*.md")
    if re.search(r"^\[\[(figure|people):", page.read_text(encoding="utf-8"), re.MULTILINE)
)
SMALLEST_PIXELS = 11  # on a phone of 320 pixels, inside a card
BACKGROUNDS = {"fig-area", "fig-warm"}  # told by the lines and letters on them
GROUNDS = ("--paper", "--surface", "--tint", "--warm")

UNREADABLE = """() => [...document.querySelectorAll(".figure__drawing")].flatMap((drawing) => {
  const { width, height } = drawing.viewBox.baseVal;
  const words = [...drawing.querySelectorAll("text")].map((text) => ({ text: text.textContent, box: text.getBBox() }));
  // A box holds the room above and below the letters as well, so boxes may come close.
  const over = words.filter(({ box }) => box.x < 0 || box.y < -6 || box.x + box.width > width || box.y + box.height > height + 4);
  const covers = (a, b) => a.x < b.x + b.width && b.x < a.x + a.width && a.y + 3 < b.y + b.height - 3 && b.y + 3 < a.y + a.height - 3;
  const covered = words.filter(({ box }, place) => words.some((other, there) => there > place && covers(box, other.box)));
  return [...over, ...covered].map(({ text }) => text);
})"""
SMALLEST = """() => Math.min(...[...document.querySelectorAll(".figure__drawing text")].map((text) =>
  parseFloat(getComputedStyle(text).fontSize) * text.getScreenCTM().a))"""
COLOURS = """([classes, grounds]) => {
  const drawing = document.querySelector(".figure__drawing");
  const seen = (name, tag) => {
    const part = document.createElementNS("http://www.w3.org/2000/svg", tag);
    part.setAttribute("class", name);
    drawing.append(part);
    const { fill, stroke } = getComputedStyle(part);
    return { name, fill, stroke };
  };
  const probe = document.body.appendChild(document.createElement("i"));
  const ground = (name) => {
    probe.style.setProperty("background-color", `var(${name})`);
    return getComputedStyle(probe).backgroundColor;
  };
  return {
    shapes: [...classes.map((name) => seen(name, "path")), ...["people__full", "people__edge"].map((name) => seen(name, "path"))],
    letters: ["", "fig-label", "fig-note", "fig-number"].map((name) => seen(name, "text").fill),
    on: [seen("fig-on", "text").fill, seen("fig-solid", "path").fill],
    grounds: grounds.map(ground),
  };
}"""


@pytest.mark.parametrize("width", [320])
def test_no_figure_runs_over_on_a_small_phone(page: Page, width: int) -> None:
    assert SHOWN
    for address in SHOWN:
        page.goto(address)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, address
        assert page.evaluate(UNREADABLE) == [], address
        assert page.evaluate(SMALLEST) >= SMALLEST_PIXELS, address


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_line_and_letter_of_the_drawing_language_stands_out(page: Page, scheme: str) -> None:
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.goto("articles/flare-ups/")
    seen = page.evaluate(COLOURS, [sorted(CLASSES - BACKGROUNDS - {"fig-on"}), GROUNDS])
    paper = seen["grounds"][0]
    for shape in seen["shapes"]:
        drawn = shape["fill"] if shape["stroke"] == "none" else shape["stroke"]
        named = shape["name"] in {"fig-label", "fig-note", "fig-number"}
        assert named or contrast(drawn, paper) >= 3, shape
    for letter in seen["letters"]:
        for ground in seen["grounds"]:
            assert contrast(letter, ground) >= 4.5, (letter, ground)
    assert contrast(*seen["on"]) >= 4.5


def contrast(one: str, other: str) -> float:
    """WCAG's contrast of two colours, given as `rgb(…)`."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(part) / 255 for part in re.findall(r"\d+", colour)[:3]]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
