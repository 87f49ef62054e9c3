"""`[[claim-cards]]`: what clinic pages say as cards, by subject, with a choice of verdicts that needs no script."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.markdown.jump_list import add_jump_list
from generator.markdown.notes import add, append_text
from generator.markdown.source_list import source_anchor
from generator.pages.uses import page_link
from generator.shared_files.claim_cards import SAID_IN, VERDICTS, Card
from generator.shared_files.claim_records import LEVELS
from generator.shared_files.reference_style import short

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from generator.library import Library
    from generator.shared_files.bibliography import Reference


def fill_cards(box: Element, library: Library) -> None:
    """Fill a box with all cards."""
    words = library.vocabulary.words.get("subject", {})
    by_subject = {
        subject: [(key, card) for key, card in library.claim_cards.items() if card.subject == subject]
        for subject in words
    }
    subjects = [subject for subject, cards in by_subject.items() if cards]
    _add_choice(box, [card.verdict for card in library.claim_cards.values()])
    add_jump_list(box, "Jump to a subject", ((words[subject], f"about-{subject}") for subject in subjects))
    for subject in subjects:
        group = add(box, "section", "", {"class": "cards", "aria-labelledby": f"about-{subject}"})
        add(group, "h2", words[subject], {"id": f"about-{subject}"})
        for key, card in by_subject[subject]:
            _add_card(group, key, card, library)


def _add_choice(box: Element, verdicts: list[str]) -> None:
    """Radio buttons by which the style sheet hides the other verdicts."""
    choice = add(box, "fieldset", "", {"class": "verdicts"})
    add(choice, "legend", "Which cards to show")
    counts = {"all": len(verdicts)} | {verdict: verdicts.count(verdict) for verdict in VERDICTS}
    for name, count in counts.items():
        if count:
            checked = {"checked": "checked"} if name == "all" else {}
            attributes = {"type": "radio", "name": "verdict", "id": f"show-{name}", "value": name}
            pair = add(choice, "div", "", {"class": "verdicts__choice"})
            add(pair, "input", "", attributes | checked)
            meaning = f"{VERDICTS[name].label} ({count})" if name in VERDICTS else f"All ({count})"
            add(pair, "label", meaning, {"for": f"show-{name}"})


def _add_card(group: Element, key: str, card: Card, library: Library) -> None:
    verdict, level = VERDICTS[card.verdict], LEVELS[card.certainty]
    item = add(group, "article", "", {"class": f"claim-card claim-card--{card.verdict}", "id": f"card-{key}"})
    add(item, "h3", card.title, {"id": f"title-{key}"})
    add(item, "p", SAID_IN[card.said_in] + ":", {"class": "claim-card__who"})
    add(item, "p", card.says, {"class": "claim-card__says"})
    judged = add(item, "p", "", {"class": "claim-card__verdict"})
    add(judged, "strong", f"{verdict.label}.")
    append_text(judged, f" {verdict.meaning}")
    found = add(item, "p")
    add(found, "strong", "Studies show:")
    append_text(found, f" {card.shows} {card.number}".rstrip())
    ours = add(item, "p")
    add(ours, "strong", "We would say:")
    append_text(ours, f" {card.say} ")
    add(ours, "span", level.dots, {"class": "certainty", "aria-hidden": "true"})
    append_text(ours, f" {level.label}.")
    more = add(item, "details", "", {"data-no-search": ""})
    summary = add(more, "summary", "Sources, and where we tell more")
    add(summary, "span", f": {card.title}", {"class": "visually-hidden"})
    sources = [library.bibliography[key] for key in card.sources if key in library.bibliography]  # any other is noted
    if sources:
        _add_sources(add(more, "p", "Sources: "), sources, library)
    told = add(more, "p", "Told in full: ")
    told.append(page_link(library, library.uses.titles.get(card.told_in, card.told_in), card.told_in))


def _add_sources(line: Element, sources: list[Reference], library: Library) -> None:
    page = library.uses.lists.get("sources")
    for index, source in enumerate(sources):
        append_text(line, "; " if index else "")
        name = short(source)
        if page:
            line.append(page_link(library, name, page, source_anchor(source.key)))
        else:
            append_text(line, name)
