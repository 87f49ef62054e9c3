"""Navigation: a page that is written is shown, in its folder's section."""

from generator.pages.navigation import Item, complete, note_missing
from generator.problems import Problems
from generator.settings import SETTINGS

NAVIGATION: list[Item] = [
    {"Home": "index.md"},
    {"Understand": ["articles/index.md", {"Flares": "articles/flare-ups.md"}]},
    {"Calculators": ["calculators/index.md", "calculators/talk-test.md"]},
]
NAMED = ["index.md", "articles/index.md", "articles/flare-ups.md", "calculators/index.md", "calculators/talk-test.md"]


def test_pages_that_are_not_named_come_last_in_their_folders_section() -> None:
    pages = [*NAMED, "calculators/sleep-check.md", "articles/sleep.md", "calculators/daily-check.md"]
    assert complete(NAVIGATION, pages) == [
        {"Home": "index.md"},
        {"Understand": ["articles/index.md", {"Flares": "articles/flare-ups.md"}, "articles/sleep.md"]},
        {
            "Calculators": [
                "calculators/index.md",
                "calculators/talk-test.md",
                "calculators/daily-check.md",
                "calculators/sleep-check.md",
            ]
        },
    ]


def test_a_navigation_that_names_every_page_stays_as_it_is() -> None:
    assert complete(NAVIGATION, NAMED) == NAVIGATION


def test_a_page_of_no_section_is_left_to_mkdocs_which_warns() -> None:
    assert complete(NAVIGATION, [*NAMED, "about.md", "notes/a.md"]) == NAVIGATION


def test_what_is_no_navigation_names_no_page() -> None:
    problems = Problems()
    for navigation in (None, 5, [None, 5, {"Title": None}], {"Title": [{"More": 5}]}):
        note_missing(navigation, ["index.md"], SETTINGS, problems)
    assert not len(problems)
