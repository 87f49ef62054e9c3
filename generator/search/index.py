"""The index that a reader's search asks for in small pieces, so that what it costs them does not grow with the site.

``search/index.json``
    is fetched when the dialog opens: which words begin each piece, the small words, and what readers say.
``search/chunks/<version>/w<number>.json``
    holds the words of one piece: the pages that each stands on, and how much of each page it makes up.
``search/chunks/<version>/p<number>.json``
    holds one page, for the few that are shown. Calculators have the first numbers.
``search/chunks/<version>/spelling.json``
    is fetched when a word is found nowhere: the words of the site, the most used ones first.

The version is made from all that is in the pieces, so a piece never changes, and the same site gives the same bytes.
overrides/assets/js/search-index.js reads them. Why not a ready library, with figures: benchmarks/README.md.
"""

from __future__ import annotations

import hashlib
import json
import shutil
from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Any, NamedTuple

from generator.search.page import read_page
from generator.search.text import SMALL_WORDS, count_words, words_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from generator.search.page import SearchPage

FOLDER = "search"
#: A piece is closed when it has this many characters: about 3 kB on the wire.
_PIECE = 7_000
#: How many words spelling is compared with: about 15 kB on the wire, however large the site.
_SPELLING = 6_000
#: What a page is worth to a search for a word. The parts add up, so that all but title and message stay below `_ABOUT`.
_TITLE, _SHORT_TITLE, _SUBJECT, _MESSAGE, _HEADING, _OFTEN, _TEXT = 10, 12, 2, 6, 2, 2, 1
_SHORT = 3  # words that tell something; a longer title is less about each
_ONE_IN = 250  # words of a text are one that stands in it often
#: From here on a page is about the word: it stands in the title or the main message.
_ABOUT = _MESSAGE
#: A place is packed as one number: the step from the page before times this, plus the page's worth.
_BASE = 26


class Entry(NamedTuple):
    """A page, and its words, each with what the page is worth to a search for it: less than `_BASE`."""

    page: SearchPage
    worths: Counter[str]


def write_index(site: Path, synonyms: Mapping[str, list[str]]) -> None:
    """Write the index of a built site into it, in place of an older one.

    Args:
        site: The folder of the built site.
        synonyms: What readers say, with what the pages say (generator.search.words).
    """
    names = {file.relative_to(site).as_posix(): file for file in site.rglob("*.html")}
    for shown_in_place_of_others in ("404.html", "503.html"):
        names.pop(shown_in_place_of_others, None)
    read = (read_page(file.read_text("utf-8"), name.removesuffix("index.html")) for name, file in names.items())
    shutil.rmtree(site / FOLDER, ignore_errors=True)
    for name, text in index_files([entry(page) for page in read if page], synonyms).items():
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_text(text, encoding="utf-8")


def index_files(entries: Iterable[Entry], synonyms: Mapping[str, list[str]]) -> dict[str, str]:
    """The files of the index by their places in the site; see `write_index`."""
    found = sorted(entries, key=lambda each: (not each.page.is_tool, each.page.address))
    words = _by_word(each.worths for each in found)
    starts, pieces = _pieces(words)
    files: dict[str, Any] = {f"w{number}": piece for number, piece in enumerate(pieces)}
    files |= {f"p{number}": _shown(each.page) for number, each in enumerate(found)}
    files["spelling"] = _spelling(words)
    texts = {name: _json(content) for name, content in files.items()}
    version = hashlib.sha256("\n".join(texts.values()).encode()).hexdigest()[:12]
    index = {
        "version": version,
        "pages": len(found),
        "tools": sum(each.page.is_tool for each in found),
        "base": _BASE,
        "about": _ABOUT,
        "starts": starts,
        "small": " ".join(sorted(SMALL_WORDS)),
        "synonyms": synonyms,
    }
    pieces_by_place = {f"{FOLDER}/chunks/{version}/{name}.json": text for name, text in texts.items()}
    return {f"{FOLDER}/index.json": _json(index), **pieces_by_place}


def entry(page: SearchPage) -> Entry:
    """A page with its words."""
    return Entry(page, _worths(page))


def _worths(page: SearchPage) -> Counter[str]:
    counts = count_words("\n".join(part.text for part in page.parts))
    often = max(3, counts.total() // _ONE_IN)
    worths = Counter({word: _OFTEN + _TEXT if count >= often else _TEXT for word, count in counts.items()})
    headings = set(words_of("\n".join((page.description, *(part.heading for part in page.parts)))))
    worths.update(dict.fromkeys(headings, _HEADING))
    worths.update(dict.fromkeys(words_of(page.message), _MESSAGE))
    title = list(dict.fromkeys(words_of(page.title)))
    worths.update(dict.fromkeys(title, _SHORT_TITLE if len(title) <= _SHORT else _TITLE))
    worths.update(dict.fromkeys(title[:1], _SUBJECT))
    return worths


def _by_word(pages: Iterable[Mapping[str, int]]) -> dict[str, list[tuple[int, int]]]:
    """The pages that have each word, by their numbers, with their worth; words in the order of their letters."""
    places: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    for number, worths in enumerate(pages):
        for word, worth in worths.items():
            places[word].append((number, worth))
    return dict(sorted(places.items()))


def _pieces(words: Mapping[str, list[tuple[int, int]]]) -> tuple[list[str], list[dict[str, list[int]]]]:
    """The words cut into pieces, and the letters from which on each piece is the one to ask."""
    starts, pieces = [""], [dict[str, list[int]]()]
    size, last = 0, ""
    for word, places in words.items():
        packed = _packed(places)
        if size > _PIECE:
            starts.append(_start(last, word))
            pieces.append({})
            size = 0
        pieces[-1][word] = packed
        size += len(word) + len(str(packed))
        last = word
    return starts, pieces


def _packed(places: list[tuple[int, int]]) -> list[int]:
    packed, before = [], 0
    for number, worth in places:
        packed.append((number - before) * _BASE + worth)
        before = number
    return packed


def _start(before: str, word: str) -> str:
    """As few letters of `word` as come after `before`."""
    return next(word[:length] for length in range(1, len(word) + 1) if word[:length] > before)


def _spelling(words: Mapping[str, list[tuple[int, int]]]) -> list[str]:
    """The words that most pages have, in a few groups from the most used on, each in the order of its letters."""
    counted = Counter({word: len(places) for word, places in words.items() if len(word) > 3 and not word.isdigit()})
    most = [word for word, _ in sorted(counted.items(), key=lambda item: (-item[1], item[0]))[:_SPELLING]]
    return [" ".join(sorted(group)) for group in (most[:300], most[300:1500], most[1500:]) if group]


def _shown(page: SearchPage) -> list[Any]:
    return [page.address, page.title, page.section, page.message, [list(part) for part in page.parts]]


def _json(content: Any) -> str:
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))
