"""The only elements and attributes a result's HTML may hold, and a reader that refuses all others.

The browser checks the same before it shows a result: `overrides/assets/js/result.js` lists these names too.
"""

import re
from html.parser import HTMLParser

GLOBAL = frozenset({"class"})
ELEMENTS: dict[str, frozenset[str]] = {
    "article": frozenset(),
    "h2": frozenset({"tabindex"}),
    "h3": frozenset(),
    "p": frozenset(),
    "strong": frozenset(),
    "span": frozenset(),
    "a": frozenset({"href"}),
    "ul": frozenset(),
    "ol": frozenset(),
    "li": frozenset(),
    "dl": frozenset(),
    "dt": frozenset(),
    "dd": frozenset(),
    "div": frozenset({"tabindex", "role", "aria-label"}),
    "section": frozenset(),
    "details": frozenset(),
    "summary": frozenset(),
    "table": frozenset(),
    "caption": frozenset(),
    "thead": frozenset(),
    "tbody": frozenset(),
    "tr": frozenset(),
    "th": frozenset({"scope"}),
    "td": frozenset(),
    "figure": frozenset(),
    "figcaption": frozenset(),
    "svg": frozenset({"viewBox", "role", "aria-label", "focusable"}),
    "line": frozenset({"x1", "y1", "x2", "y2"}),
    "rect": frozenset({"x", "y", "width", "height"}),
    "text": frozenset({"x", "y", "text-anchor"}),
    "polyline": frozenset({"points"}),
    "circle": frozenset({"cx", "cy", "r"}),
}
# A page of this site, and answers to take along as a form would send them.
_RELATIVE = re.compile(
    r"(?:\.\.?/)*(?:calculators|articles)/[a-z-]+/(?:#[\w.~%+-]+=[\w.~%+-]*(?:&[\w.~%+-]+=[\w.~%+-]*)*)?", re.ASCII
)
_CLASSES = re.compile(r"[a-z_ -]+", re.ASCII)


class NotAllowed(AssertionError):
    """Raised where HTML holds what no result may hold."""


class Reader(HTMLParser):
    """Reads a result's HTML, gathers its text and the names it uses, and refuses what is not allowed."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.text: list[str] = []
        self.used: set[tuple[str, str]] = set()
        self._open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in ELEMENTS:
            raise NotAllowed(f"<{tag}>")
        # html.parser gives every name in lower case.
        allowed = {name.lower(): name for name in ELEMENTS[tag] | GLOBAL}
        self.used.add((tag, ""))
        self._open.append(tag)
        for name, value in attrs:
            if name not in allowed:
                raise NotAllowed(f"{name} on <{tag}>")
            if name == "href" and not _RELATIVE.fullmatch(value or ""):
                raise NotAllowed(f"a link to {value}")
            if name == "class" and not _CLASSES.fullmatch(value or ""):
                raise NotAllowed(f"class {value}")
            self.used.add((tag, allowed[name]))

    def handle_endtag(self, tag: str) -> None:
        if not self._open or self._open.pop() != tag:
            raise NotAllowed(f"</{tag}> where it was not open")

    def handle_data(self, data: str) -> None:
        self.text.append(data)

    def handle_comment(self, data: str) -> None:
        raise NotAllowed(f"a comment, {data}")

    def handle_decl(self, decl: str) -> None:
        raise NotAllowed(f"a declaration, {decl}")

    def unknown_decl(self, data: str) -> None:
        raise NotAllowed(f"a declaration, {data}")

    def handle_pi(self, data: str) -> None:
        raise NotAllowed(f"an instruction, {data}")

    def close(self) -> None:
        super().close()
        if self._open:
            raise NotAllowed(f"<{self._open[-1]}> never closed")


def read_html(html: str) -> Reader:
    """The HTML read to its end.

    Raises:
        NotAllowed: At the first thing that no result may hold.
    """
    reader = Reader()
    reader.feed(html)
    reader.close()
    return reader
