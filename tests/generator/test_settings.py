"""MkDocs' settings as the generator reads them: what it needs, or one sentence on what keeps it from reading."""

from pathlib import Path

import pytest

from generator.problems import Problems
from generator.settings import Settings, read_settings


@pytest.fixture
def settings(tmp_path: Path) -> Path:
    return tmp_path / "mkdocs.yml"


@pytest.mark.parametrize(
    ("content", "line", "what"),
    [
        (None, 1, "The settings are missing."),
        (b"site_name: caf\xe9\n", 1, "A character here is not UTF-8."),
        (b"site_name: A\nnav: [\n", 3, "This is not YAML:"),
        (b"- site_name\n", 1, "There are no `key: value` lines here."),
        (b"", 1, "There are no `key: value` lines here."),
        (b"nav: []\n", 1, "The site has no name."),
        (b"site_name:\nnav: []\n", 1, "The site has no name."),
    ],
)
def test_settings_that_cannot_be_read_are_a_problem_with_its_line(
    settings: Path, content: bytes | None, line: int, what: str
) -> None:
    if content is not None:
        settings.write_bytes(content)
    problems = Problems()
    assert read_settings(problems, settings) == Settings()
    (told,) = map(str, problems)
    assert told.startswith(f"mkdocs.yml:{line}: {what}")
    assert told.splitlines()[1].strip()


def test_a_name_an_address_and_both_ways_to_name_extensions(settings: Path) -> None:
    for extensions in ("[toc: {permalink: true}, tables]", "{toc: {permalink: true}, tables: }"):
        settings.write_text(
            f"site_name: Mine\nsite_url: https://example.org\nmarkdown_extensions: {extensions}\nhooks: !other [a]\n"
        )
        read = read_settings(Problems(), settings)
        assert (read.name, read.url) == ("Mine", "https://example.org/")
        assert read.extensions == {"toc": {"permalink": True}, "tables": {}}


@pytest.mark.parametrize(
    ("written", "variables", "url"),
    [
        ("!ENV SITE", {"SITE": "https://one.example"}, "https://one.example/"),
        ("!ENV SITE", {}, None),
        ("!ENV [OTHER, SITE, https://default.example]", {"SITE": "https://one.example"}, "https://one.example/"),
        ("!ENV [OTHER, SITE, https://default.example]", {}, "https://default.example/"),
        ("!ENV [SITE]", {"SITE": "https://one.example"}, "https://one.example/"),
    ],
)
def test_the_address_may_stand_in_the_environment(
    settings: Path, monkeypatch: pytest.MonkeyPatch, written: str, variables: dict[str, str], url: str | None
) -> None:
    for name in ("SITE", "OTHER"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    settings.write_text(f"site_url: {written}\n")
    assert read_settings(Problems(), settings).url == url
