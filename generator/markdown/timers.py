"""`[[timer: 30]]` on a line of its own: a clock of 30 seconds, for a test that a page asks for.

It runs in overrides/assets/js/timer.js, which only a page with a calculator loads. Where it cannot run, a sentence says
what to use instead.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, override
from xml.etree.ElementTree import Element, SubElement

from markdown import Extension
from markdown.blockprocessors import BlockProcessor

from generator.pages.source import keep_source, source_of

if TYPE_CHECKING:
    from markdown import Markdown

    from generator.library import Library

SHORTEST, LONGEST = 5, 600  # seconds

_MARK = re.compile(r"\s*\[\[timer:\s*([^\]]*?)\s*\]\]\s*")
_HTML = """<div class="timer" role="group" aria-label="Timer, {0} seconds" data-timer="{0}">
<p class="timer__instead">Use a clock or a phone to time {0} seconds.</p>
<div class="timer__clock" hidden>
<p class="timer__left" role="timer"><span class="timer__number">{0}</span> <span class="timer__unit">seconds</span></p>
<p class="timer__said" role="status"></p>
<div class="timer__buttons"><button type="button" class="button button--primary" data-timer-run>Start</button> <button type="button" class="button" data-timer-reset>Reset</button></div>
</div>
</div>"""


def timer_html(seconds: int) -> str:
    """A timer of so many seconds."""
    return _HTML.format(seconds)


class _TimerProcessor(BlockProcessor):
    def __init__(self, md: Markdown, library: Library) -> None:
        super().__init__(md.parser)
        self.md = md
        self.library = library

    @override
    def test(self, parent: Element, block: str) -> bool:
        return bool(_MARK.fullmatch(block))

    @override
    def run(self, parent: Element, blocks: list[str]) -> None:
        found = _MARK.fullmatch(blocks.pop(0))
        seconds = found[1] if found else ""
        if not (re.fullmatch(r"\d{1,3}", seconds, re.ASCII) and SHORTEST <= int(seconds) <= LONGEST):
            source = source_of(self.md)
            line = source.lines(rf"^[ \t]*\[\[timer:\s*{re.escape(seconds)}\s*\]\]")[0]
            self.library.problems.add(
                source.path,
                line,
                f'"{seconds}" is no time for a timer.',
                f"Write the seconds, from {SHORTEST} to {LONGEST}, like [[timer: 30]].",
            )
            return
        # Stored as ready HTML, as other blocks of ours are.
        SubElement(parent, "p").text = self.md.htmlStash.store(timer_html(int(seconds)))


class TimerExtension(Extension):
    """Timers."""

    def __init__(self, library: Library) -> None:
        super().__init__()
        self.library = library

    @override
    def extendMarkdown(self, md: Markdown) -> None:
        keep_source(md, self.library)
        # Before paragraphs (10), after code blocks (80).
        md.parser.blockprocessors.register(_TimerProcessor(md, self.library), "timer", 70)
