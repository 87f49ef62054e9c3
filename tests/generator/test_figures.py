"""Figures: what a drawing may hold, what is wrong with one, and the drawings of the site."""

import re
import shutil
from pathlib import Path

import pytest
from markdown import Markdown

from generator.library import Library
from generator.markdown.figures import note_unused
from generator.markdown_extensions import markdown_extensions
from generator.pages.front_matter import Page
from generator.problems import Problems
from generator.shared_files.drawings import CLASSES, WIDTH, read_drawing

ROOT = Path(__file__).resolve().parents[2]
STYLE = ROOT / "overrides/assets/css/figure.css"
FIGURES = sorted((ROOT / "docs/figures").glob("*.svg"))
SMALLEST = 13  # units of a drawing, and about the same in pixels on a phone

HEAD = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 360 90">\n<title>It may rise</title>\n<desc>A line.</desc>\n'
)


def told(text: str, name: str = "a") -> list[str]:
    problems = Problems()
    figure = read_drawing(name, text, "docs/figures/a.svg", problems)
    assert (figure is None) == bool(len(problems))
    return [f"{problem.line}: {problem.what} {problem.mend}" for problem in problems]


@pytest.mark.parametrize(
    ("drawn", "problem"),
    [
        ("<script>x()</script>", "4: <script> is not drawn with here."),
        ("<style>a{}</style>", "4: <style> is not drawn with here."),
        ("<foreignObject/>", "4: <foreignObject> is not drawn with here."),
        ('<image href="a.png"/>', "4: <image> is not drawn with here."),
        ("<pth/>", '4: <pth> is not drawn with here. Use "path", or draw with shapes'),
        ('<path d="M0 0" onclick="x()"/>', "4: `onclick` on <path> is not drawn with here. Take it out; how a drawing"),
        ('<path d="M0 0" style="fill:red"/>', "4: `style` on <path> is not drawn with here."),
        ('<path d="M0 0" fill="red"/>', "4: `fill` on <path> is not drawn with here."),
        ('<text font-size="9">a</text>', "4: `font-size` on <text> is not drawn with here."),
        ('<g id="part"/>', "4: `id` on <g> is not drawn with here."),
        ('<path class="fig-lin" d="M0 0"/>', '4: No class of figures is called "fig-lin". Use "fig-line", or use one'),
        ("\n<g>loose</g>", '5: "loose" stands in no lettering. Put it in <text>.'),
        ("<text>It <path/></text>", "4: <path> does not belong here."),
        ("<g><svg/></g>", "4: <svg> does not belong here."),
        ("<tspan>a</tspan>", "4: <tspan> does not belong here."),
        ("<text>It proves it</text>", '4: "proves" promises too much. Say "found" or "suggests".'),
    ],
)  # fmt: skip
def test_what_a_drawing_may_not_hold_is_told_with_its_line(drawn: str, problem: str) -> None:
    assert any(each.startswith(problem) for each in told(f"{HEAD}{drawn}</svg>")), told(f"{HEAD}{drawn}</svg>")


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (HEAD, "4: This is not XML: no element found. Close what is opened, and write & as &amp;."),
        (HEAD.replace("A line", "A & line") + "</svg>", "3: This is not XML: not well-formed (invalid token)."),
        (HEAD.replace("<title>It may rise</title>", "") + "</svg>", "1: The figure text is missing: there is no <title>."),
        (HEAD.replace("A line.", " ") + "</svg>", "1: The figure text is missing: there is no <desc>."),
        (HEAD.replace("360 90", "300 90") + "</svg>", '1: The viewBox does not fit. Write viewBox="0 0 360 " and'),
        (f"<!DOCTYPE svg [<!ENTITY a 'b'>]>{HEAD}</svg>", "1: A figure has no DOCTYPE."),
    ],
)  # fmt: skip
def test_a_file_that_is_no_figure_is_told(text: str, problem: str) -> None:
    assert [each for each in told(text) if each.startswith(problem)], told(text)


def test_the_name_of_a_file_fits_an_id() -> None:
    assert told(f"{HEAD}</svg>", "A b") == [
        "1: A figure cannot be called so. Use small letters, digits and - in the file's name."
    ]


def test_a_broken_figure_is_told_once_and_mending_it_is_seen(tmp_path: Path) -> None:
    docs = tmp_path / "docs"
    shutil.copytree(Path(__file__).parent / "docs", docs)
    figure = docs / "figures/small-step.svg"
    whole = figure.read_text(encoding="utf-8")
    figure.write_text(whole.replace("fig-step", "fig-stp"), encoding="utf-8")
    library = Library(docs)
    Markdown(extensions=markdown_extensions(library)).convert("[[figure: small-step]]")
    assert [problem.path for problem in library.problems] == ["docs/figures/small-step.svg"]
    figure.write_text(whole, encoding="utf-8")
    (docs / "figures/new.svg").write_text(f"{HEAD}</svg>", encoding="utf-8")
    library.refresh()
    assert not len(library.problems)
    assert set(library.figures) == {"new", "small-step"}


def test_a_figure_that_no_page_shows_is_told(library: Library) -> None:
    note_unused(library, [Page("docs/a.md", "Text.\n\n[[figure: small-step | More.]]\n", None)])
    assert not len(library.problems)
    note_unused(library, [Page("docs/a.md", "`[[figure: small-step]]`", None)])
    what = "docs/figures/small-step.svg:1: No page shows this figure."
    mend = "Write [[figure: small-step]] in one, or delete it."
    assert [str(problem) for problem in library.problems] == [f"{what}\n    {mend}"]


def test_the_style_sheet_and_the_reader_speak_one_language() -> None:
    style = STYLE.read_text(encoding="utf-8")
    assert set(re.findall(r"\.(fig-[a-z-]+)", style)) == CLASSES


def test_lettering_is_large_enough_and_every_colour_is_a_token() -> None:
    style = STYLE.read_text(encoding="utf-8")
    sizes = re.findall(r"font-size: ([\d.]+)px", style)
    assert sizes
    assert min(map(float, sizes)) >= SMALLEST
    screen = style.split("@media print", 1)[0]
    for value in re.findall(r"\b(?:fill|stroke|background|color): ([^;]+);", screen):
        assert re.fullmatch(r"none|var\(--[a-z-]+\)", value), value


@pytest.mark.parametrize("file", FIGURES, ids=[file.stem for file in FIGURES])
def test_a_figure_of_the_site_keeps_inside_its_edges(file: Path) -> None:
    """Roughly: the widths of letters are a browser's to know."""
    problems = Problems()
    figure = read_drawing(file.stem, file.read_text(encoding="utf-8"), file.name, problems)
    assert not [str(problem) for problem in problems]
    assert figure
    for attributes, inside in re.findall(r"<text([^>]*)>(.*?)</text>", figure.markup):
        own = dict(re.findall(r'([\w-]+)="([^"]*)"', attributes))
        for words in re.split(r"<tspan[^>]*>", inside):
            width = 7.6 * len(re.sub(r"<[^>]*>|&\w+;", "", words).strip())
            x, y = float(own["x"]), float(own["y"])
            left = {"middle": x - width / 2, "end": x - width}.get(own.get("text-anchor", ""), x)
            assert left >= -2, words
            assert left + width <= WIDTH + 2, words
            assert SMALLEST - 3 <= y <= figure.height, words
