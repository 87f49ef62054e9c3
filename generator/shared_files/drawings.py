"""Drawn figures: docs/figures/NAME.svg, read, and held to one drawing language.

A drawing brings its own words: `<title>` is what it shows, in one sentence, and `<desc>` says the same to someone who
does not see it. Apart from those it may hold shapes, lettering and the classes of overrides/assets/css/figure.css, so
that it takes the reader's colours and can run, load or style nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING
from xml.parsers import expat

from generator.problems import did_you_mean
from generator.prose.tone import overstated

if TYPE_CHECKING:
    from generator.problems import Problems

WIDTH = 360
"""Of every drawing, in its own units: one is about one CSS pixel on a phone, so that lettering is as large in each."""

CLASSES = frozenset(
    f"fig-{name}"
    for name in (
        *("line", "step", "axis", "guide", "maybe", "arrow"),  # strokes
        *("area", "warm", "solid", "solid-step", "card", "void"),  # surfaces
        *("dot", "dot-open", "dot-step"),  # points
        *("label", "note", "number", "on"),  # lettering
    )
)
"""The drawing language; what each looks like is in the style sheet."""

_ELEMENTS: dict[str, frozenset[str]] = {
    "svg": frozenset({"xmlns", "viewBox"}),
    "title": frozenset(),
    "desc": frozenset(),
    "g": frozenset({"class"}),
    "path": frozenset({"class", "d"}),
    "line": frozenset({"class", "x1", "y1", "x2", "y2"}),
    "polyline": frozenset({"class", "points"}),
    "polygon": frozenset({"class", "points"}),
    "rect": frozenset({"class", "x", "y", "width", "height", "rx"}),
    "circle": frozenset({"class", "cx", "cy", "r"}),
    "ellipse": frozenset({"class", "cx", "cy", "rx", "ry"}),
    "text": frozenset({"class", "x", "y", "text-anchor"}),
    "tspan": frozenset({"class", "x", "dy"}),
}
_WORDS = ("title", "desc")
_OPEN = {"g", "text", "tspan"}
_LETTERING = {*_WORDS, "text", "tspan"}
_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*", re.ASCII)
_VIEW = re.compile(rf"0 0 {WIDTH} (\d+)", re.ASCII)
_SHAPES = "Draw with shapes and lettering only, such as path, rect, circle and text."
_LOOKS = "Take it out; how a drawing looks comes from the classes of overrides/assets/css/figure.css."


@dataclass(frozen=True)
class Drawing:
    """A figure, ready to stand in a page.

    Attributes:
        name: The file's name without its ending.
        title: What it shows, in one sentence.
        words: The same for someone who does not see it.
        height: In units of the drawing, which is `WIDTH` wide.
        markup: What is drawn.
    """

    name: str
    title: str
    words: str
    height: int
    markup: str


def read_drawing(name: str, text: str, path: str, problems: Problems) -> Drawing | None:
    """Read a drawing, noting every problem with it.

    Args:
        name: The file's name without its ending.
        text: The file's text.
        path: The file, as a problem names it.
        problems: Where problems go.

    Returns:
        The drawing, or None if there was a problem.
    """
    return _Reader(path, problems).read(name, text)


class _Reader:
    """One pass through a file, which checks and writes again what it meets."""

    def __init__(self, path: str, problems: Problems) -> None:
        self._path = path
        self._problems = problems
        self._faults = 0
        self._open: list[str] = []
        self._words = dict.fromkeys(_WORDS, "")
        self._height = 0
        self._written: list[str] = []
        self._parser = expat.ParserCreate()
        self._parser.buffer_text = True
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._text
        self._parser.StartDoctypeDeclHandler = self._doctype

    def read(self, name: str, text: str) -> Drawing | None:
        if not _NAME.fullmatch(name):  # it becomes part of ids
            self._note("A figure cannot be called so.", "Use small letters, digits and - in the file's name.", 1)
        try:
            self._parser.Parse(text, True)  # noqa: FBT003 - expat names it by place
        except expat.ExpatError as error:
            reason = expat.ErrorString(error.code)
            self._note(f"This is not XML: {reason}.", "Close what is opened, and write & as &amp;.", error.lineno)
            return None
        for element, what in (("title", "what it shows, in one sentence"), ("desc", "the same in words, for all")):
            if not self._words[element]:
                self._note(
                    f"The figure text is missing: there is no <{element}>.", f"Write <{element}>{what}</{element}>.", 1
                )
        if self._faults:
            return None
        return Drawing(name, self._words["title"], self._words["desc"], self._height, "".join(self._written))

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        inside = self._open[-1] if self._open else ""
        self._open.append(tag)
        if (allowed := _ELEMENTS.get(tag)) is None:
            self._note(f"<{tag}> is not drawn with here.", did_you_mean(tag, _ELEMENTS, _SHAPES))
            return
        if (tag == "svg") == bool(inside) or (tag == "tspan") != (inside == "text") or inside in _WORDS:
            self._note(f"<{tag}> does not belong here.", "Put it where the other figures have it.")
        for name in attributes.keys() - allowed:
            self._note(f"`{name}` on <{tag}> is not drawn with here.", _LOOKS)
        for name in attributes.get("class", "").split():
            if name not in CLASSES:
                mend = did_you_mean(name, sorted(CLASSES), "Use one of overrides/assets/css/figure.css.")
                self._note(f'No class of figures is called "{name}".', mend)
        if tag == "svg":
            view = _VIEW.fullmatch(attributes.get("viewBox", ""))
            self._height = int(view[1]) if view else 0
            if not view:
                self._note("The viewBox does not fit.", f'Write viewBox="0 0 {WIDTH} " and the height in it.')
        elif tag not in _WORDS:
            written = "".join(f' {name}="{escape(value)}"' for name, value in attributes.items())
            self._written.append(f"<{tag}{written}{'>' if tag in _OPEN else '/>'}")

    def _end(self, tag: str) -> None:
        self._open.pop()
        if tag in _OPEN:
            self._written.append(f"</{tag}>")

    def _text(self, text: str) -> None:
        inside = self._open[-1]
        if inside not in _LETTERING:
            if text.strip():
                self._note(f'"{text.strip()}" stands in no lettering.', "Put it in <text>.")
            return
        if found := overstated(text):
            self._note(f'"{found.word}" promises too much.', f"Say {found.say}.")
        if inside in _WORDS:
            self._words[inside] = " ".join(f"{self._words[inside]} {text}".split())
        else:
            self._written.append(escape(text, quote=False))

    def _doctype(self, *_: object) -> None:
        self._note("A figure has no DOCTYPE.", "Start the file with <svg>.")

    def _note(self, what: str, mend: str, line: int | None = None) -> None:
        self._faults += 1
        self._problems.add(self._path, line or self._parser.CurrentLineNumber, what, mend)
