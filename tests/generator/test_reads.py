"""A page is converted again only when its text, or what it read, has changed."""

from generator.library import Library
from generator.pages.conversions import Conversions
from generator.pages.reads import Reads, Table


def test_what_is_read_in_a_block_is_noted_and_held_against_later_answers() -> None:
    reads, content = Reads(), {"a": 1, "b": 2}
    table = Table("letters", content, reads)
    assert table["b"] == 2  # outside, so not noted
    with reads.noting() as noted:
        assert table["a"] == 1
        assert "c" not in table
    content["b"] = 3
    assert reads.hold(noted)
    content["c"] = 4
    assert not reads.hold(noted)
    del content["c"]
    content["a"] = 5
    assert not reads.hold(noted)


def test_to_go_through_a_table_reads_all_of_it_in_its_order() -> None:
    reads, content = Reads(), {"a": 1, "b": 2}
    table = Table("letters", content, reads)
    with reads.noting() as noted:
        assert [*table.items()] == [("a", 1), ("b", 2)]
    assert reads.hold(noted)
    content["a"] = content.pop("a")  # the same, in another order
    assert not reads.hold(noted)


def test_an_edited_source_converts_only_the_pages_that_cite_it(library: Library) -> None:
    conversions = Conversions(library)
    conversions.keeps = True
    keys = [*library.bibliography]
    pages = {f"docs/{key}.md": key for key in keys}

    def run() -> list[str]:
        conversions.start(pages)
        for path, key in pages.items():
            library.start_page(path, "Text.")
            assert conversions.convert("Text.", lambda key=key: library.bibliography[key].title)  # type: ignore[misc]
        return [*conversions.done]

    assert run() == [*pages]
    assert run() == []
    changed = dict(library.bibliography.items())
    first = keys[0]
    changed[first] = type(changed[first])(**{**vars(changed[first]), "title": "Another title"})
    moved = keys[1]
    changed[moved] = type(changed[moved])(**{**vars(changed[moved]), "line": 999})  # the same source on another line
    library.bibliography = changed
    assert run() == [f"docs/{first}.md"]


def test_problems_of_a_page_that_is_not_converted_again_are_told_again(library: Library) -> None:
    conversions = Conversions(library)
    conversions.keeps = True

    def work() -> str:
        library.problems.add(library.page.path, 3, "It is wrong.", "Mend it.")
        return "done"

    told = []
    for _ in range(2):
        library.problems.clear()
        conversions.start(["docs/a.md"])
        library.start_page("docs/a.md", "Text.")
        conversions.convert("Text.", work)
        told.append([str(problem) for problem in library.problems])
    assert told[0] == told[1] == ["docs/a.md:3: It is wrong.\n    Mend it."]
    assert not conversions.done


def test_a_shared_file_is_read_again_only_if_its_text_changed(library: Library) -> None:
    before = library.bibliography["smith2020"]
    library.refresh()
    assert library.bibliography["smith2020"] is before
