"""Claims: `[[claim: exercise-function]]` right after the sentence that makes the claim.

The mark becomes a small button that tells how sure we are and why. The sentence must not be surer
than the claim's record in docs/claims.yml, and no sentence may overstate.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, override
from xml.etree.ElementTree import Element

from markdown import Extension
from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import STX

from generator.markdown.notes import EndMatter, add, append_text, close_note, marked_headings, note_button
from generator.pages.source import Source, keep_source, mask_code, source_of, split_front_matter
from generator.problems import did_you_mean
from generator.prose.tone import overstated
from generator.prose.wording import CLAIM_MARK, telling_sentences, too_strong
from generator.shared_files.claim_records import LEVELS, Claim
from generator.shared_files.reference_style import short

if TYPE_CHECKING:
    from markdown import Markdown

    from generator.library import Library

CLAIM = r"\[\[claim:\s*(?P<key>[^\[\]]*?)\s*\]\]"


def claim_ids(text: str) -> list[str]:
    """The claims that a page's Markdown marks, in order.

    Args:
        text: The whole file, with its front matter.
    """
    return [found["key"] for found in re.finditer(CLAIM, mask_code(split_front_matter(text).body))]


def claim_mark(key: str) -> str:
    """A regular expression for the marks of one claim."""
    return rf"\[\[claim:\s*{re.escape(key)}\s*\]\]"


class _ClaimProcessor(InlineProcessor):
    """Leaves a mark for each claim that has a record."""

    ANCESTOR_EXCLUDES = ("a",)  # a button must not stand in a link

    def __init__(self, md: Markdown, library: Library) -> None:
        super().__init__(CLAIM, md)
        self.library = library

    @override
    def handleMatch(  # type: ignore[override]
        self, m: re.Match[str], data: str
    ) -> tuple[Element | None, int | None, int | None]:
        key = m["key"]
        if key in self.library.claims:
            return Element("button", {CLAIM_MARK: key}), m.start(0), m.end(0)
        if key in self.library.unreadable_claims:  # noted where the record stands
            return None, None, None
        source = source_of(self.md)
        if STX in key:  # what Python-Markdown keeps in place of a marker that it has read
            for line in source.lines(r"\[\[claim:[^\]]*\["):
                self.library.problems.add(
                    source.path, line, "A marker stands inside another.", "Write one after the other."
                )
            return None, None, None
        mend = did_you_mean(key, self.library.claims, "Add the claim to docs/claims.yml.")
        for line in source.lines(claim_mark(key)):
            self.library.problems.add(source.path, line, f'No claim is called "{key}".', mend)
        return None, None, None


class _NoteProcessor(Treeprocessor):
    """Checks the words around the marks, then turns the marks into buttons with notes."""

    def __init__(self, md: Markdown, library: Library) -> None:
        super().__init__(md)
        self.library = library

    @override
    def run(self, root: Element) -> None:
        self._check(root, source_of(self.md))
        end = EndMatter(root)
        for mark in [element for element in root.iter("button") if element.get(CLAIM_MARK)]:
            key = mark.attrib.pop(CLAIM_MARK)
            claim = self.library.claims[key]
            level = LEVELS[claim.certainty]
            label = f"How sure are we? {level.label}"
            words = f"{level.dots} {level.word}"
            button = note_button(words, f"claim-{key}", label, "note--certainty", f"note--{claim.certainty}")
            mark.text = button.text
            mark.attrib.update(button.attrib)
            self._note(end, key, claim)
        for parent in root.iter():
            if parent.find("button") is not None:
                _keep_with_last_word(parent)

    def _check(self, root: Element, source: Source) -> None:
        add_problem = self.library.problems.add
        if marked_headings(root, CLAIM_MARK):
            for line in source.heading_lines(r"\[\[claim:"):
                mend = "Mark the claim in the sentence below the heading."
                add_problem(source.path, line, "A heading makes a claim.", mend)
        seen: Counter[str] = Counter()
        for sentence in telling_sentences(root):
            for key in sentence.marks:
                line = source.nth_line(claim_mark(key), seen[key])
                seen[key] += 1
                certainty = self.library.claims[key].certainty
                if not sentence.text:
                    mend = "Put it right after the sentence that makes the claim."
                    add_problem(source.path, line, f"No sentence stands before [[claim: {key}]].", mend)
                elif mend := too_strong(sentence.text, certainty):
                    what = f'The sentence is surer than its claim: the certainty of "{key}" is {certainty}.'
                    add_problem(source.path, line, what, mend)
            sure = any(self.library.claims[key].certainty == "high" for key in sentence.marks)
            if not sure and (found := overstated(sentence.text)):
                before = re.findall(r"[\w'’-]+", sentence.text[: found.start])[-4:]
                add_problem(
                    source.path,
                    source.line_of([*before, *found.word.split()]),
                    f'"{found.word}" promises too much.',
                    f"Say {found.say}, or mark a claim of high certainty.",
                )

    def _note(self, end: EndMatter, key: str, claim: Claim) -> None:
        body = end.add_note(f"claim-{key}", "note-body--certainty")
        if body is None:
            return
        level = LEVELS[claim.certainty]
        meaning = add(body, "p")
        add(meaning, "strong", f"{level.label}.")
        append_text(meaning, f" {level.meaning(self.library.vocabulary.people)}")
        add(body, "p", claim.reason)
        add(body, "p", f"This is about {claim.outcome}, in {claim.population}.")
        references = [self.library.bibliography[key] for key in claim.sources if key in self.library.bibliography]
        if references:
            sources = add(body, "p", "Source: " if len(references) == 1 else "Sources: ")
            for index, reference in enumerate(references):
                number = end.add_reference(reference)
                append_text(sources, "; " if index else "")
                add(sources, "a", f"{number}. {short(reference)}", {"href": f"#ref-{reference.key}"})
        if claim.where:
            add(body, "p", f"Where we looked: {claim.where}.")
        close_note(body)


def _keep_with_last_word(parent: Element) -> None:
    """Let no mark begin a line alone: the space before it does not break."""
    before = None
    for child in parent:
        if "note--certainty" in child.get("class", "").split():
            text = (parent.text if before is None else before.tail) or ""
            if text.endswith((" ", "\n")):
                text = f"{text[:-1]}\N{NO-BREAK SPACE}"
            if before is None:
                parent.text = text
            else:
                before.tail = text
        before = child


class ClaimExtension(Extension):
    """Claims and how sure we are of them."""

    def __init__(self, library: Library) -> None:
        super().__init__()
        self.library = library

    @override
    def extendMarkdown(self, md: Markdown) -> None:
        keep_source(md, self.library)
        # After links (160) and images (150), whose text keeps what looks like a claim.
        md.inlinePatterns.register(_ClaimProcessor(md, self.library), "claim", 146)
        # After citations (16), so that sources cited in the text have the first numbers;
        # before the table of contents (5) gives the headings their ids.
        md.treeprocessors.register(_NoteProcessor(md, self.library), "claim", 15)
