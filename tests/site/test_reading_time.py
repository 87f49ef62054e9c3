"""The head of a page says how long it takes to read, computed from its words."""

import re
from pathlib import Path

DOCS = Path("docs")


def head(site: Path, page: str) -> str:
    html = (site / page / "index.html").read_text(encoding="utf-8")
    return " ".join(html.partition('<ul class="page__facts">')[2].partition("</ul>")[0].split())


def test_an_article_gives_a_time_for_the_quick_read_and_one_for_all(site_dir: Path) -> None:
    for file in sorted(DOCS.glob("articles/*.md")):
        if file.stem == "index":
            continue
        times = re.search(
            r"Quick read (\d+) minutes? · whole page (\d+) minutes?<", head(site_dir, f"articles/{file.stem}")
        )
        assert times, file
        letters = file.read_text(encoding="utf-8").partition("\n---\n")[2]
        # An outside estimate: marks and all, but no marker; an English word with its space is near 6 letters.
        rough = len(re.sub(r"\[\[.*?\]\]|\[@.*?\]|\(\S+\.md\S*\)", "", letters)) / 6 / 150
        assert int(times[1]) == 1
        assert abs(int(times[2]) - rough) < 1.5, file


def test_a_calculators_page_gives_one_time(site_dir: Path) -> None:
    assert re.search(r">\d minutes to read, without the calculator</li>", head(site_dir, "calculators/talk-test"))


def test_a_list_of_pages_gives_none(site_dir: Path) -> None:
    assert not head(site_dir, "articles")
