"""A source as other programs give it: BibTeX, CSL-JSON or RIS, read into one form.

Journals, PubMed, Zotero and doi.org offer at least one of the three. Of RIS only a dozen tags matter here, so no
package reads it.
"""

from __future__ import annotations

import html
import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from bibtexparser.entrypoint import parse_string

from generator.commands.asking import RefusedError
from generator.shared_files.latex import plain_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

_RIS_LINE = re.compile(r"^(?P<tag>[A-Z][A-Z0-9])  ?- ?(?P<value>.*)$", re.MULTILINE)
_DOI = re.compile(r"10\.\d{4,9}/\S+")
_TAG = re.compile(r"</?[a-zA-Z][^>]*>")

# The kinds of BibTeX entry that are written here, by what the three formats call them; all else is `misc`.
_NAMES = {
    "article": "article article-journal journal-article JOUR EJOUR",
    "book": "book BOOK",
    "incollection": "incollection inbook chapter CHAP",
    "inproceedings": "inproceedings conference paper-conference CONF CPAPER",
    "phdthesis": "phdthesis thesis THES",
    "techreport": "techreport report RPRT",
}
_KINDS = {name: kind for kind, names in _NAMES.items() for name in names.split()}


@dataclass(frozen=True, kw_only=True)
class Source:
    """A source, each part as BibTeX holds it; a part that is not known is empty.

    Attributes:
        kind: Its kind of entry: `article`.
        author: "Surname, Given and {An Organisation}".
        container: The journal, book, institution or publisher.
    """

    kind: str
    author: str
    title: str
    container: str
    year: str
    volume: str = ""
    number: str = ""
    pages: str = ""
    doi: str = ""
    pmid: str = ""
    url: str = ""


def read_source(text: str) -> Source:
    """Read the one source that a text holds.

    Raises:
        RefusedError: If it holds none, or several, or cannot be read.
    """
    text = text.lstrip("\ufeff \t\r\n")
    if text.startswith(("{", "[")):
        return _from_csl(text)
    if re.search(r"^TY  ?-", text, re.MULTILINE):
        return _from_ris(text)
    if re.search(r"@\w+\s*\{", text):
        return _from_bibtex(text)
    raise RefusedError("This is neither BibTeX, CSL-JSON nor RIS. Copy the citation again in one of these forms.")


def _from_bibtex(text: str) -> Source:
    library = parse_string(text)
    if library.failed_blocks:
        raise RefusedError("This BibTeX cannot be read. Close each { with a }, and end each field with a comma.")
    entry = _only(library.entries)
    fields = {field.key.lower(): " ".join(str(field.value).split()) for field in entry.fields}
    get = _getter({name: value if name == "author" else plain_text(value) for name, value in fields.items()})
    return _tidy(
        kind=_KINDS.get(entry.entry_type.lower(), "misc"),
        author=get("author"),
        title=get("title"),
        container=get(
            "journal", "journaltitle", "booktitle", "institution", "school", "howpublished", "organization", "publisher"
        ),
        year=get("year", "date"),
        volume=get("volume"),
        number=get("number", "issue"),
        pages=get("pages"),
        doi=fields.get("doi", ""),
        pmid=get("pmid"),
        url=fields.get("url", ""),
    )


def _from_csl(text: str) -> Source:
    try:
        data = json.loads(text)
    except ValueError as error:
        raise RefusedError(
            f"This JSON cannot be read: {error}. Copy it again from its first to its last bracket."
        ) from None
    item = _only(data) if isinstance(data, list) else data
    item = item.get("message", item) if isinstance(item, dict) else {}
    get = _getter({key: value[0] if isinstance(value, list) and value else value for key, value in item.items()})
    return _tidy(
        kind=_KINDS.get(get("type"), "misc"),
        author=" and ".join(map(_csl_name, item.get("author") or [])),
        title=get("title"),
        container=get("container-title", "publisher"),
        year=_csl_year(item.get("issued") or {}),
        volume=get("volume"),
        number=get("issue", "number"),
        pages=get("page"),
        doi=get("DOI"),
        pmid=get("PMID"),
        url=get("URL"),
    )


def _csl_name(name: Mapping[str, str]) -> str:
    if "family" not in name:
        return f"{{{name.get('literal') or name.get('name', '')}}}"
    surname = " ".join(filter(None, (name.get("non-dropping-particle"), name["family"])))
    return ", ".join(filter(None, (surname, name.get("suffix"), name.get("given"))))


def _csl_year(issued: Mapping[str, Any]) -> str:
    parts = issued.get("date-parts") or [[]]
    return str(parts[0][0]) if parts[0] else str(issued.get("raw") or issued.get("literal") or "")


def _from_ris(text: str) -> Source:
    fields: dict[str, list[str]] = {}
    for line in _RIS_LINE.finditer(text):
        fields.setdefault(line["tag"], []).append(line["value"].strip())
    kind = _only(fields.get("TY", []))
    get = _getter({tag: next(filter(None, values), "") for tag, values in fields.items()})
    names = fields.get("AU") or fields.get("A1") or []
    return _tidy(
        kind=_KINDS.get(kind, "misc"),
        author=" and ".join(name if "," in name else f"{{{name}}}" for name in names),
        title=get("TI", "T1"),
        container=get("T2", "JF", "JO", "JA", "PB"),
        year=get("PY", "Y1", "DA"),
        volume=get("VL"),
        number=get("IS"),
        pages="--".join(filter(None, (get("SP"), get("EP")))),
        doi=get("DO"),
        pmid=get("AN") if "pubmed" in get("DB", "DP").lower() else "",
        url=get("UR"),
    )


def _only(sources: Iterable[Any]) -> Any:
    sources = list(sources)
    if len(sources) != 1:
        raise RefusedError(f"There are {len(sources)} sources here. Add one at a time.")
    return sources[0]


def _getter(fields: Mapping[str, Any]) -> Callable[..., str]:
    """Gives the first of some fields that is not empty, as text."""

    def get(*names: str) -> str:
        return next((str(fields[name]) for name in names if fields.get(name)), "")

    return get


def _tidy(**parts: str) -> Source:
    parts = {name: " ".join(_TAG.sub("", html.unescape(value)).split()) for name, value in parts.items()}
    plain = {name: re.sub(r"[{}]", "", parts[name]) for name in parts.keys() - {"author"}}
    year, doi = re.search(r"\b(?:1[89]|20)\d\d\b", parts["year"]), _DOI.search(plain["doi"] or plain["url"])
    url = "" if doi else re.sub(r"^http:", "https:", plain["url"])
    tidy = {
        "year": year[0] if year else "no date",
        "pages": re.sub(r"\s*[-\u2013]+\s*", "--", plain["pages"]),
        "doi": doi[0] if doi else "",
        "pmid": "".join(re.findall(r"\d+", plain["pmid"])),
        "url": url,
    }
    return Source(**{**parts, **plain, **tidy})
