"""The notes of a page: a button in the text, and what it opens at the end of the page.

The browser's own popover opens a note by tap, click or key and closes it with Escape, so no script
is needed. The bodies stand together below the list of references, and are left out of the search.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement

from generator.shared_files.reference_style import links, short, vancouver

if TYPE_CHECKING:
    from generator.shared_files.bibliography import Reference


_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}


def add(parent: Element, tag: str, text: str = "", attributes: dict[str, str] | None = None) -> Element:
    """Append an element with its text."""
    child = SubElement(parent, tag, attributes or {})
    child.text = text
    return child


def append_text(parent: Element, text: str) -> None:
    """Append text after the last child."""
    if len(parent):
        parent[-1].tail = (parent[-1].tail or "") + text
    else:
        parent.text = (parent.text or "") + text


def note_button(text: str, target: str, label: str, *classes: str) -> Element:
    """The button that opens the note body with the id `target`."""
    attributes = {"type": "button", "class": " ".join(["note", *classes]), "popovertarget": target}
    button = Element("button", {**attributes, "aria-label": label})
    button.text = text
    return button


def marked_headings(root: Element, mark: str) -> bool:
    """Whether a heading holds an element with the attribute `mark`. Headings are repeated in menus, notes are not."""
    headings = (element for element in root.iter() if element.tag in _HEADINGS)
    return any(heading.find(f".//*[@{mark}]") is not None for heading in headings)


class EndMatter:
    """The references and note bodies at the end of a page, made when first needed.

    Several extensions add to it, so it lives in the page's tree and is found there again.
    """

    def __init__(self, root: Element) -> None:
        self._root = root
        self._references: Element | None = None
        self._notes: Element | None = None

    def add_reference(self, reference: Reference, back: str = "") -> int:
        """List a source unless it is listed, and return its number.

        Args:
            reference: The source.
            back: Id of the place in the text that first cites it.
        """
        references = self._list()
        wanted = f"ref-{reference.key}"
        for number, item in enumerate(references, 1):
            if item.get("id") == wanted:
                return number
        item = add(references, "li", vancouver(reference), {"id": wanted})
        number = len(references)
        for text, address in links(reference):
            append_text(item, " ")
            add(item, "a", text, {"href": address})
        if back:
            append_text(item, " ")
            label = f"Back to text: source {number}"
            add(item, "a", "Back to text", {"class": "back", "href": f"#{back}", "aria-label": label})
        return number

    def add_note(self, name: str, *classes: str) -> Element | None:
        """An empty note body with a close button still to come; None if the page has it already."""
        bodies = self._bodies()
        if any(body.get("id") == name for body in bodies):
            return None
        attributes = {"class": " ".join(["note-body", *classes]), "id": name, "popover": "auto", "role": "note"}
        return SubElement(bodies, "div", attributes)

    def _list(self) -> Element:
        if self._references is not None:
            return self._references
        section = self._root.find("section[@class='references']")
        if section is None:
            # Half of the search index would be references, and nobody looks for one by its journal.
            attributes = {"class": "references", "aria-labelledby": "references", "data-no-search": ""}
            section = Element("section", attributes)
            add(section, "h2", "References", {"id": "references"})
            SubElement(section, "ol")
            bodies = self._root.find("div[@class='note-bodies']")
            if bodies is not None:
                self._root.remove(bodies)
                section.append(bodies)
            self._root.append(section)
        self._references = section[1]
        return self._references

    def _bodies(self) -> Element:
        if self._notes is not None:
            return self._notes
        bodies = self._root.find("div[@class='note-bodies']")
        if bodies is None:
            bodies = self._root.find("section[@class='references']/div[@class='note-bodies']")
        if bodies is None:
            section = self._root.find("section[@class='references']")
            parent = self._root if section is None else section
            bodies = SubElement(parent, "div", {"class": "note-bodies", "data-no-search": ""})
        self._notes = bodies
        return bodies


def close_note(body: Element) -> None:
    """Give a note body its close button, after its text."""
    attributes = {"type": "button", "class": "note-close", "popovertarget": body.get("id", "")}
    add(body, "button", "Close", {**attributes, "popovertargetaction": "hide"})


def source_note(end: EndMatter, reference: Reference, more: Element | None = None) -> None:
    """The note of a source: what it is, what it found, and where to read it.

    Args:
        end: Where notes stand.
        reference: The source.
        more: A link to all that is known of it.
    """
    body = end.add_note(f"note-{reference.key}")
    if body is None:
        return
    text = add(body, "p")
    add(text, "strong", f"{short(reference)}.")
    for sentence in (reference.study, reference.finding):
        if sentence:
            append_text(text, f" {sentence[0].upper()}{sentence[1:]}{'' if sentence[-1] in '.?!' else '.'}")
    where = add(body, "p")
    add(where, "a", "Full reference", {"href": f"#ref-{reference.key}"})
    for words, address in links(reference)[:1]:
        append_text(where, " · ")
        add(where, "a", words, {"href": address})
    if more is not None:
        append_text(where, " · ")
        where.append(more)
    close_note(body)
