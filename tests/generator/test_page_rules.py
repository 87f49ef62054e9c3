"""What every page is held to as a whole, and what the shared files must not hold for nothing."""

import datetime as dt
import shutil
from pathlib import Path

import pytest

from generator.library import Library
from generator.pages.page_rules import checked_pages

DOCS = Path(__file__).parent / "docs"
CLAIMS = ["walking-works", "walking-back", "walking-function", "walking-sleep", "ten-percent", "walking-steps"]
PAGE = (
    "---\ntitle: A page of the test\ndescription: A page that stands here only so that it can be checked by a test.\n"
)
PAGE += "type: page\nstatus: live\n---\n[@smith2020; @jones2021; @who2022]\n\n"
HARD = "Heterogeneous populations particularly complicate considerable methodological interpretation.\n"


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    folder = tmp_path / "docs"
    shutil.copytree(DOCS, folder)
    shutil.rmtree(folder / "figures")
    return folder


def report(docs: Path, body: str) -> str:
    (docs / "page.md").write_text(PAGE + body, encoding="utf-8")
    library = Library(docs, day=dt.date(2026, 11, 20))
    checked_pages(library)
    return "\n".join(map(str, library.problems))


def made(*claims: str) -> str:
    return " ".join(f"You can walk. [[claim: {claim}]]" for claim in claims)


def test_a_page_that_makes_every_claim_has_no_problem(docs: Path) -> None:
    assert not report(docs, made(*CLAIMS))


def test_a_claim_that_no_page_makes_is_told(docs: Path) -> None:
    left_out = f"{made(*CLAIMS[:3], *CLAIMS[4:])} `[[claim: walking-sleep]]`"
    assert report(docs, left_out) == (
        'docs/claims.yml:35: No page makes the claim "walking-sleep".\n    Mark a sentence with it, or take it out.'
    )


def test_a_page_that_is_too_hard_is_told_at_its_hardest_sentence(docs: Path) -> None:
    assert report(docs, f"{HARD}{made(*CLAIMS)}").startswith(
        "docs/page.md:9: The page reads at grade 9.9, and 8 is the most."
    )
