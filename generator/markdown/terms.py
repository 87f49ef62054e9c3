"""`[[term: flare-up]]`: a hard word, which a tap explains.

The word stands in the sentence as it is typed, in any of the forms that docs/glossary.yml lists for it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, override
from xml.etree.ElementTree import Element

from markdown import Extension
from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import Treeprocessor

from generator.markdown.notes import EndMatter, add, append_text, close_note, marked_headings, note_button
from generator.pages.source import keep_source, source_of
from generator.pages.uses import page_link
from generator.problems import did_you_mean

if TYPE_CHECKING:
    from markdown import Markdown

    from generator.library import Library
    from generator.shared_files.glossary import Term

TERM = r"\[\[term:\s*(?P<name>[^\[\]]*?)\s*\]\]"
_MARK = "data-term"


class _TermProcessor(InlineProcessor):
    """Leaves a mark for each word that the glossary explains."""

    ANCESTOR_EXCLUDES = ("a",)  # a button must not stand in a link

    def __init__(self, md: Markdown, library: Library) -> None:
        super().__init__(TERM, md)
        self.library = library

    @override
    def handleMatch(  # type: ignore[override]
        self, m: re.Match[str], data: str
    ) -> tuple[Element | None, int | None, int | None]:
        name = " ".join(m["name"].split())
        if self.library.glossary.find(name) is None:
            if name.lower() in self.library.glossary.unread:  # noted where the word stands
                return None, None, None
            source = source_of(self.md)
            mend = did_you_mean(name.lower(), self.library.glossary.forms(), "Add the word to docs/glossary.yml.")
            for line in source.lines(rf"\[\[term:\s*{re.escape(m['name'])}\s*\]\]"):
                self.library.problems.add(source.path, line, f'The glossary has no word "{name}".', mend)
            return None, None, None
        # Not yet a button, which would end the sentence for those who read its wording.
        word = Element("span", {_MARK: ""})
        word.text = name
        return word, m.start(0), m.end(0)


class _NoteProcessor(Treeprocessor):
    """Turns the marks into buttons with notes."""

    def __init__(self, md: Markdown, library: Library) -> None:
        super().__init__(md)
        self.library = library

    @override
    def run(self, root: Element) -> None:
        marks = [element for element in root.iter("span") if _MARK in element.attrib]
        if marks and marked_headings(root, _MARK):
            source = source_of(self.md)
            for line in source.heading_lines(r"\[\[term:"):
                mend = "Explain the word in the sentence below the heading."
                self.library.problems.add(source.path, line, "A heading explains a word.", mend)
        end = EndMatter(root)
        for mark in marks:
            del mark.attrib[_MARK]
            term = self.library.glossary.find(mark.text or "")
            if term is None:  # which the first step has ruled out
                continue
            button = note_button(mark.text or "", f"term-{term.slug}", "")
            del button.attrib["aria-label"]  # the word itself says what the button is about
            mark.tag = "button"
            mark.attrib.update(button.attrib | {"class": "term"})
            self._note(end, term)

    def _note(self, end: EndMatter, term: Term) -> None:
        body = end.add_note(f"term-{term.slug}", "note-body--term")
        if body is None:
            return
        meaning = add(body, "p")
        add(meaning, "strong", f"{term.name[0].upper()}{term.name[1:]}.")
        append_text(meaning, f" {term.meaning}")
        if page := self.library.uses.lists.get("glossary"):
            add(body, "p").append(page_link(self.library, "All hard words", page, f"word-{term.slug}"))
        close_note(body)


class TermExtension(Extension):
    """Words that a tap explains."""

    def __init__(self, library: Library) -> None:
        super().__init__()
        self.library = library

    @override
    def extendMarkdown(self, md: Markdown) -> None:
        keep_source(md, self.library)
        # After links (160) and images (150), whose text keeps what looks like a mark.
        md.inlinePatterns.register(_TermProcessor(md, self.library), "term", 147)
        # After claims (15), which read the sentences; before the table of contents (5) gives the headings their ids.
        md.treeprocessors.register(_NoteProcessor(md, self.library), "term", 14)
