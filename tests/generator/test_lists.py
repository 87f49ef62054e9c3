"""Lists made from the shared files: what each source, card and word shows, and which pages lead to it and back."""

import datetime as dt
import re
from pathlib import Path

import pytest
from markdown import Markdown

from generator.library import Library
from generator.markdown_extensions import markdown_extensions
from generator.pages.cross_references import note_unused_sources
from generator.pages.front_matter import check_pages
from generator.pages.source import split_front_matter
from generator.shared_files.claim_records import LEVELS

DOCS = Path(__file__).parent / "docs"
DAY = dt.date(2026, 11, 20)
MATTER = "---\ntitle: {0}\ndescription: A page of the test, which cites, explains and lists a few things.\ntype: page\nstatus: live\n---\n"
CARD = """walking:
  title: Walking and stiffness
  subject: kinds
  said_in: blog
  says: Walking cures stiffness for everyone.
  verdict: overstated
  shows: In one trial, people who walked did a little more.
  number: 12 of 20 people did more.
  claim: walking-function
  told_in: articles/walk.md
  checked_on: 2026-11-01
"""


class Site:
    """A folder of pages, read as a build reads it."""

    def __init__(self, docs: Path) -> None:
        self.docs = docs
        self.library = Library(docs, day=DAY)

    def write(self, path: str, body: str) -> None:
        file = self.docs / path
        file.parent.mkdir(exist_ok=True)
        title = f"A page on {file.stem} for readers"
        file.write_text(MATTER.format(title) + body, encoding="utf-8")

    def html(self, path: str) -> str:
        """One page of a new build."""
        self.library = Library(self.docs, day=DAY)
        pages = {page.path: page for page in check_pages(self.library)}
        page = pages[f"docs/{path}"]
        self.library.start_page(page.path, page.text)
        md = Markdown(extensions=["tables", *markdown_extensions(self.library)])
        return md.convert(split_front_matter(page.text).body)

    def problems(self) -> str:
        return "\n".join(map(str, self.library.problems))


@pytest.fixture
def site(tmp_path: Path) -> Site:
    docs = tmp_path / "docs"
    docs.mkdir()
    for shared in DOCS.glob("*.*"):
        (docs / shared.name).write_text(shared.read_text(encoding="utf-8"), encoding="utf-8")
    return Site(docs)


def entry(html: str, anchor: str) -> str:
    """One entry of a list in plain text."""
    found = re.search(rf'<(li|div|article)[^>]* id="{anchor}">(.*?)\n</\1>', html, re.DOTALL)
    assert found, anchor
    return " ".join(re.sub(r"<[^>]+>", " ", found[2]).split())


def cited_by(html: str, key: str) -> list[str]:
    item = re.search(rf'<li id="source-{key}">.*?</li>', html, re.DOTALL)
    assert item
    return re.findall(r'href="([^"]+\.md)"', item[0])


def test_a_source_tells_what_it_found_and_how_far_it_was_checked(site: Site) -> None:
    site.write("sources.md", "[[sources]]\n")
    html = site.html("sources.md")
    assert entry(html, "source-smith2020") == (
        "Smith JAB, de Vries K. Walking &amp; pain: a trial with 5% dropout. Journal of Examples. 2020;7(2):101–12. "
        "doi:10.1000/ex(20)7.2 PubMed 12345 Kind of study: Randomised trial. "
        "What it found: People who walked did a little more after 12 weeks. "
        "How far we checked it: We read it: abstract read."
    )
    assert entry(html, "source-jones2021").endswith("How far we checked it: From memory, not checked.")
    assert entry(html, "source-who2022").endswith(
        "How far we checked it: We read about it in another source: quoted by others."
    )
    assert "unseen" not in html
    assert re.findall(r'<a href="#letter-(\w)">(\w)', html) == [("b", "B"), ("j", "J"), ("s", "S")]
    assert re.findall(r'<h2 id="letter-(\w)">', html) == ["b", "j", "s"]


def test_cited_by_names_every_page_once_and_no_other(site: Site) -> None:
    site.write("evidence/sources.md", "[[sources]]\n")
    site.write("evidence/cards.md", "[[claim-cards]]\n")
    site.write("articles/walk.md", "Twice [@smith2020]. Again [@smith2020, p. 5; @who2022].\n")
    site.write("articles/claim.md", "Walking may slightly help. [[claim: walking-function]]\n")
    site.write("articles/code.md", "`[@smith2020]` and `[[claim: walking-function]]`\n\n```\n[@smith2020]\n```\n")
    (site.docs / "claim-cards.yml").write_text(CARD, encoding="utf-8")
    html = site.html("evidence/sources.md")
    assert cited_by(html, "smith2020") == ["cards.md", "../articles/claim.md", "../articles/walk.md"]
    assert cited_by(html, "who2022") == ["../articles/walk.md"]
    assert cited_by(html, "jones2021") == ["cards.md", "../articles/claim.md"]
    assert not site.problems()


def test_cited_by_follows_an_edit(site: Site) -> None:
    site.write("sources.md", "[[sources]]\n")
    site.write("walk.md", "Text [@smith2020].\n")
    assert cited_by(site.html("sources.md"), "smith2020") == ["walk.md"]
    site.write("walk.md", "Text [@who2022].\n")
    html = site.html("sources.md")
    assert cited_by(html, "smith2020") == []
    assert cited_by(html, "who2022") == ["walk.md"]


def test_a_note_leads_to_all_that_is_known_of_its_source(site: Site) -> None:
    site.write("articles/walk.md", "Text [@smith2020].\n")
    assert "sources.md" not in site.html("articles/walk.md")
    site.write("evidence/sources.md", "[[sources]]\n")
    assert '<a href="../evidence/sources.md#source-smith2020">All pages that cite it</a>' in site.html(
        "articles/walk.md"
    )


def test_a_source_that_no_page_cites_is_told(site: Site) -> None:
    site.write("sources.md", "Text [@smith2020; @who2022].\n\n[[sources]]\n")
    site.html("sources.md")
    note_unused_sources(site.library)
    assert site.problems() == (
        'docs/references.bib:19: No page cites "jones2021".\n    Cite it on a page, or take it out.'
    )


def test_a_word_leads_to_its_meaning_and_back(site: Site) -> None:
    site.write("evidence/words.md", "[[glossary]]\n")
    site.write("articles/walk.md", "After a [[term: flares]] comes `[[term: nope]]`.\n")
    words = site.html("evidence/words.md")
    assert entry(words, "word-flare-up").endswith("Used on: A page on walk for readers")
    assert 'href="../articles/walk.md"' in words
    assert 'href="../evidence/words.md#word-flare-up"' in site.html("articles/walk.md")


def test_a_card_shows_both_sides(site: Site) -> None:
    (site.docs / "claim-cards.yml").write_text(CARD, encoding="utf-8")
    site.write("articles/walk.md", "[[claim-cards]]\n")
    html = site.html("articles/walk.md")
    assert not site.problems()  # what a page is said to claim is not our wording
    assert entry(html, "card-walking") == (
        "Walking and stiffness A clinic blog says: Walking cures stiffness for everyone. "
        "Overstated. It promises more than the sources do. "
        "Studies show: In one trial, people who walked did a little more. 12 of 20 people did more. "
        "We would say: Walking may slightly improve what people can do. ●●○○ Low certainty. "
        "Sources, and where we tell more : Walking and stiffness "
        "Sources: Jones and others, in press; Smith and de Vries, 2020 Told in full: A page on walk for readers"
    )
    assert re.findall(r'<label for="show-(\w+)">([^<]+)', html) == [
        ("all", "All (1)"),
        ("overstated", "Overstated (1)"),
    ]
    assert re.findall(r'<a href="#about-kinds">([^<]+)', html) == ["Kinds of exercise"]


def test_the_table_of_levels_is_the_one_the_code_goes_by(site: Site) -> None:
    site.write("index.md", "[[certainty-levels]]\n")
    rows = re.findall(r"<tr>(.*?)</tr>", site.html("index.md"), re.DOTALL)[1:]
    assert [[text.strip() for text in re.findall(r">([^<>\n]+)<", row)][:3] for row in rows] == [
        [level.dots, level.label, level.meaning("people with pain")] for level in LEVELS.values()
    ]


def test_the_help_box_leads_to_the_page_with_more_numbers(site: Site) -> None:
    site.write("index.md", "[[help-now]]\n")
    assert "help-now__more" not in site.html("index.md")
    site.write("get-help.md", "[[help-now: open]]\n\n[[help-elsewhere]]\n")
    site.write("articles/walk.md", "[[help-now]]\n")
    site.write("articles/index.md", "[[help-now]]\n")
    assert 'href="get-help/"' in site.html("index.md")
    assert 'href="../../get-help/"' in site.html("articles/walk.md")
    assert 'href="../get-help/"' in site.html("articles/index.md")


def test_a_calculator_cites_what_it_rests_on(site: Site) -> None:
    site.write("calculators/walk.md", "[[calculator: six-minute-walk]]\n\n[[calculator: no-such]]\n")
    check_pages(site.library)
    assert [page.path for page in site.library.uses.by_source["enright1998"]] == ["calculators/walk.md"]


def test_a_table_of_claims_tells_how_big_how_sure_and_where(site: Site) -> None:
    site.write("evidence/sources.md", "[[sources]]\n")
    site.write("table.md", "Text [@who2022].\n\n[[claim-table: walking-back, walking-sleep]]\n")
    html = site.html("table.md")
    assert not site.problems()
    rows = re.findall(r"<tr>(.*?)</tr>", html, re.DOTALL)[1:]
    cells = [re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row, re.DOTALL) for row in rows]
    assert [[" ".join(re.sub(r"<[^>]+>", "", cell).split()) for cell in row] for row in cells] == [
        [
            "Walking probably eases back pain. In adults with back pain: back pain.",
            "SMD −0.3 (95% CI −0.5 to −0.1) &amp; 5 trials.",
            "●●●○ Moderate certainty. The trials agree, but few people took part.",
            "2. Smith and de Vries, 2020",
        ],
        [
            "We do not know if walking helps sleep. In adults with long-lasting pain: sleep.",
            "5 minutes more (−9 to 19).",
            "●○○○ Very low certainty. There is one small study.",
            "3. Jones and others, in press",
        ],
    ]
    assert html.index('<li id="ref-smith2020">') < html.index('<li id="ref-jones2021">')
    assert cited_by(site.html("evidence/sources.md"), "jones2021") == ["../table.md"]
