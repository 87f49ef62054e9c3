"""docs/references.bib: what is read, what is refused, and how a source is written."""

import pytest

from generator.problems import Problems
from generator.shared_files.authors import Author
from generator.shared_files.bibliography import Reference, read_bibliography
from generator.shared_files.reference_style import links, short, vancouver

GOOD = """@article{lee2020,
  author = {Lee, I-Min},
  title = {Steps},
  journal = {Examples},
  year = {2020},
  verified = {yes},
}
"""


def read(text: str) -> tuple[dict[str, Reference], str]:
    problems = Problems()
    references = read_bibliography(text, "docs/references.bib", problems)
    return references, "\n".join(map(str, problems))


def with_fields(**fields: str) -> Reference:
    """A source like GOOD, with other fields."""
    given = {
        "author": "Lee, I-Min",
        "title": "Steps",
        "journal": "Examples",
        "year": "2020",
        "verified": "yes",
        **fields,
    }
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in given.items() if value)
    references, report = read(f"@article{{lee2020,\n{lines}}}\n")
    assert not report
    return references["lee2020"]


def test_a_good_source_is_read() -> None:
    references, report = read(GOOD)
    assert not report
    assert references["lee2020"] == Reference(
        key="lee2020",
        line=1,
        title="Steps",
        authors=(Author("Lee", "IM"),),
        year="2020",
        container="Examples",
        checked="yes",
    )


@pytest.mark.parametrize(
    ("old", "new", "line", "what", "mend"),
    [
        ("  title = {Steps},\n", "", 1, "lee2020: title is missing.",
         "Write title = {...} with the title as the source prints it."),
        ("  author = {Lee, I-Min},\n", "", 1, "lee2020: author is missing.",
         "Write author = {Surname, First name and Surname, First name}."),
        ("  year = {2020},\n", "", 1, "lee2020: year is missing.",
         "Write year = {...} with four digits, in press or no date."),
        ("  verified = {yes},\n", "", 1, "lee2020: verified is missing.",
         "Write verified = {...} with yes, secondhand or memory, and how the source was seen."),
        ("{yes}", "{no: not yet}", 6, 'lee2020: verified starts with "no:".',
         "Start it with yes, secondhand or memory, then a colon."),
        ("{2020}", "{20}", 5, 'lee2020: The year is "20".', "Write four digits, in press or no date."),
        ("{yes},", "{yes},\n  doi = {https://doi.org/10.1000/1},", 7,
         'lee2020: The doi is "https://doi.org/10.1000/1".',
         "Write the DOI alone, such as 10.1000/182, without an address before it."),
        ("{yes},", "{yes},\n  pmid = {PMC123},", 7, 'lee2020: The pmid is "PMC123".',
         "Write the PubMed number alone, such as 28436583."),
        ("{yes},", "{yes},\n  url = {www.example.org},", 7, 'lee2020: The url is "www.example.org".',
         "Write the whole address, starting with https://."),
        ("{yes},", "{yes},\n  urldate = {3 November},", 7, 'lee2020: The urldate is "3 November".',
         "Write the day you read the page, such as 2026-11-20."),
        ("{yes},", "{yes},\n  pubstate = {soon},", 7, 'lee2020: The pubstate is "soon".',
         "Write ahead of print, or take it out."),
        ("lee2020", "lee 2020", 1, 'lee 2020: "lee 2020" cannot be cited.',
         "Use letters, digits and - . : + in a key."),
        ("{Steps},", "{Steps}", 3, "lee2020: A comma is missing after title.", "End the line with a comma."),
        ("{Steps},", "{Steps},\n  title = {Steps},", 1, "The source has the field title twice.", "Keep one title."),
        ("{Steps},", "{Steps,", 1, "The source cannot be read.",
         "Close each { with a }, and end each field with a comma."),
        ("@article", "article", 1, "This text belongs to no source.", "Start a source with @, a comment with %."),
    ],
)  # fmt: skip
def test_a_mistake_is_told_with_its_line(old: str, new: str, line: int, what: str, mend: str) -> None:
    _, report = read(GOOD.replace(old, new, 1))
    assert report == f"docs/references.bib:{line}: {what}\n    {mend}"


def test_a_key_used_twice_names_the_first() -> None:
    _, report = read(GOOD + "\n" + GOOD)
    assert report == (
        'docs/references.bib:9: The key "lee2020" is used twice.\n'
        '    Take one out, or give it another key; the first "lee2020" is on line 1.'
    )


@pytest.mark.parametrize(
    ("field", "other"), [("doi = {10.1000/Ab}", "doi = {10.1000/aB}"), ("pmid = {42}", "pmid = {42}")]
)
def test_one_paper_under_two_keys_is_told(field: str, other: str) -> None:
    second = GOOD.replace("lee2020", "lee2020again").replace("{yes},", f"{{yes}},\n  {other},")
    _, report = read(GOOD.replace("{yes},", f"{{yes}},\n  {field},") + "\n" + second)
    assert report == (
        f'docs/references.bib:10: lee2020again: "lee2020" on line 1 has the same {field.split(maxsplit=1)[0]}.\n'
        "    Keep one of them, and cite it by that key."
    )


def test_an_unreadable_source_leaves_its_neighbours_and_its_key() -> None:
    broken = GOOD.replace("lee2020", "broken").replace("{Steps},", "{Steps,")
    references, report = read(GOOD + broken + GOOD.replace("lee2020", "last"))
    assert report.count("\n") == 1
    assert list(references) == ["broken", "lee2020", "last"]
    assert short(references["broken"]) == ", "  # rendered in a preview beside the problem, never published


def test_comments_are_no_problem() -> None:
    assert read("% About this file\n\n" + GOOD + "\n% End\n")[1] == ""


@pytest.mark.parametrize(
    ("latex", "text"),
    [
        (r"Hincapi{\'e} and S{\o}rensen", "Hincapié and Sørensen"),
        (r"5\% of 10 \& more", "5% of 10 & more"),
        (r"Caf{\'e}s & 5% off_peak #1", "Cafés & 5% off_peak #1"),
        ("1249--1266", "1249\u20131266"),
        ("{DNA} and {{pain}}", "DNA and pain"),
        (r"$\beta$-endorphin", "\u03b2-endorphin"),
        ("over\n    two lines", "over two lines"),
    ],
)
def test_latex_becomes_plain_text(latex: str, text: str) -> None:
    assert with_fields(title=latex).title == text


@pytest.mark.parametrize(
    ("author", "named"),
    [
        ("Smith, Jo-Anne B.", "Smith JAB"),
        ("Jo-Anne B. Smith", "Smith JAB"),
        ("Maurits W. van Tulder", "van Tulder MW"),
        ("van Tulder, Maurits W.", "van Tulder MW"),
        ("Riley, III, Joseph L.", "Riley JL III"),
        ("Silva, Jr., Jos{\\'e}", "Silva J Jr"),
        ("Danielle van der Windt", "van der Windt D"),
        ("de la Cruz, Ana Mar{\\'i}a", "de la Cruz AM"),
        ("O'Connell, Neil E.", "O'Connell NE"),
        ("{{\\'E}cole de sant{\\'e} publique}", "\u00c9cole de sant\u00e9 publique"),
        (r"{\'A}lvarez, {\'E}va", "Álvarez É"),
        ("{Centers for Disease Control and Prevention}", "Centers for Disease Control and Prevention"),
        ("Lee, I-Min and {Example Group}", "Lee IM, Example Group"),
        ("A, B and C, D and E, F and G, H and I, J and K, L", "A B, C D, E F, G H, I J, K L"),
        ("A, B and C, D and E, F and G, H and I, J and K, L and M, N", "A B, C D, E F, G H, I J, K L, et al"),
        ("A, B and others", "A B, et al"),
    ],
)
def test_authors_are_named_in_vancouver_style(author: str, named: str) -> None:
    assert vancouver(with_fields(author=author)) == f"{named}. Steps. Examples. 2020."


def test_corporate_may_stand_for_the_author() -> None:
    assert short(with_fields(author="", corporate="Example Group")) == "Example Group, 2020"


@pytest.mark.parametrize(
    ("fields", "ending"),
    [
        ({"volume": "7", "number": "2", "pages": "101--12"}, "Steps. Examples. 2020;7(2):101\u201312."),
        ({"volume": "7", "pages": "e12"}, "Steps. Examples. 2020;7:e12."),
        ({"pages": "h444"}, "Steps. Examples. 2020:h444."),
        ({"year": "In press"}, "Steps. Examples. In press."),
        ({"year": "no date"}, "Steps. Examples. [date unknown]."),
        ({"volume": "20", "number": "11", "pages": "1249--1266"}, "Steps. Examples. 2020;20(11):1249\u201366."),
        ({"pages": "98-103"}, "Steps. Examples. 2020:98\u2013103."),
        ({"pages": "S12-S19"}, "Steps. Examples. 2020:S12\u2013S19."),
        ({"pubstate": "ahead of print"}, "Steps. Examples. 2020 [Epub ahead of print]."),
        (
            {"howpublished": "Web page", "journal": "", "urldate": "2026-11-03"},
            "Steps. Web page. 2020 [cited 2026 Nov 3].",
        ),
        ({"year": "no date", "urldate": "2026-11-03"}, "Steps. Examples. [date unknown] [cited 2026 Nov 3]."),
        ({"title": "Does it help?"}, "Does it help? Examples. 2020."),
        ({"title": 'What is "harm?"'}, 'What is "harm?" Examples. 2020.'),
        ({"journal": "", "howpublished": "Web page"}, "Steps. Web page. 2020."),
        ({"journal": ""}, "Steps. 2020."),
    ],
)
def test_the_issue_is_written_in_vancouver_style(fields: dict[str, str], ending: str) -> None:
    assert vancouver(with_fields(**fields)) == f"Lee IM. {ending}"


def test_a_publisher_that_is_the_author_is_named_once() -> None:
    reference = with_fields(author="{Example Group}", journal="", institution="Example Group, London")
    assert vancouver(reference) == "Example Group. Steps. 2020."


@pytest.mark.parametrize(
    ("author", "named"),
    [
        ("Lee, I-Min", "Lee"),
        ("Lee, I-Min and de Vries, Kees", "Lee and de Vries"),
        ("Lee, I-Min and de Vries, Kees and Roux, Guy", "Lee and others"),
        ("Lee, I-Min and others", "Lee and others"),
    ],
)
def test_a_note_names_a_source_in_short(author: str, named: str) -> None:
    assert short(with_fields(author=author)) == f"{named}, 2020"


def test_only_identifiers_that_were_seen_are_links() -> None:
    assert links(with_fields(doi_unverified="10.1000/1", pmid_unverified="1")) == ()
    assert links(with_fields(doi="10.1000/a(1)<2>", pmid="42", url="https://www.example.org/a")) == (
        ("doi:10.1000/a(1)<2>", "https://doi.org/10.1000/a(1)%3C2%3E"),
        ("PubMed 42", "https://pubmed.ncbi.nlm.nih.gov/42/"),
        ("example.org", "https://www.example.org/a"),
    )
