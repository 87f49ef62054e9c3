"""`python -m generator new`: what it writes has no problem, and nothing that is there is written over."""

import io
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.__main__ import main
from generator.commands.source_formats import read_source
from generator.problems import Problems
from generator.shared_files.bibliography import read_bibliography
from tests.small_project import small_project

TITLE, MESSAGE = "Hot baths and long-lasting pain", "We do not know: a bath may help."
DESCRIPTION = "What is known of hot baths for long-lasting pain, and how to try one with care."
COMMON = ("--title", TITLE, "--description", DESCRIPTION, "--message", MESSAGE, "--tag", "movement")
ARTICLE = ("new", "article", "hot-baths", *COMMON, "--topic", "living")
CALCULATOR = ("new", "calculator", "bath-minutes", *COMMON, "--need", "life")

BIBTEX = """@article{Doe_2021, title={Does <i>walking</i> help &amp; how? A 5\\% trial}, volume={3}, ISSN={1465-1858},
 url={http://dx.doi.org/10.1000/abc_1}, DOI={10.1000/abc_1}, number={2}, journal={Journal of Examples},
 publisher={Wiley}, author={Doe, Zoë A. and van Tulder, Kees}, year={2021}, month=apr, pages={12–19} }"""
CSL = """{"type": "journal-article", "title": ["Does <i>walking</i> help &amp; how? A 5% trial"], "volume": "3",
 "issue": "2", "container-title": ["Journal of Examples"], "page": "12-19", "DOI": "10.1000/abc_1",
 "URL": "http://dx.doi.org/10.1000/abc_1", "issued": {"date-parts": [[2021, 4, 9]]},
 "author": [{"family": "Doe", "given": "Zoë A."}, {"non-dropping-particle": "van", "family": "Tulder", "given": "Kees"}]}"""
RIS = """TY  - JOUR
AU  - Doe, Zoë A.
AU  - van Tulder, Kees
TI  - Does <i>walking</i> help &amp; how? A 5% trial
PY  - 2021/04/09/
JO  - Journal of Examples
VL  - 3
IS  - 2
SP  - 12
EP  - 19
DO  - https://doi.org/10.1000/abc_1
ER  -
"""
ENTRY = """
@article{doe2021,
  author   = {Doe, Zoë A. and van Tulder, Kees},
  title    = {{Does walking help & how? A 5% trial}},
  journal  = {Journal of Examples},
  year     = {2021},
  volume   = {3},
  number   = {2},
  pages    = {12--19},
  doi      = {10.1000/abc_1},
  keywords = {trial},
  note     = {People walked.},
  verified = {yes: abstract},
  seen     = {https://example.org},
}
"""
TOLD = (
    "--verified",
    "yes: abstract",
    "--seen",
    "https://example.org",
    "--keywords",
    "trial",
    "--note",
    "People walked.",
)

type Said = pytest.CaptureFixture[str]


class _Terminal(io.StringIO):
    """A terminal at which these lines are typed."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small project, in which commands run without a terminal."""
    monkeypatch.chdir(small_project(tmp_path))
    monkeypatch.setattr(sys, "stdin", io.StringIO())
    return tmp_path


@pytest.fixture
def bib(project: Path) -> Path:
    return project / "docs" / "references.bib"


@pytest.fixture
def give(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Pipe a text into the next command."""
    return lambda text: monkeypatch.setattr(sys, "stdin", io.StringIO(text))


def check(project: Path) -> str:
    """What a check says, in a process of its own: in this one the calculators are already known."""
    command = [sys.executable, "-m", "generator", "check"]
    done = subprocess.run(
        command, cwd=project, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8", check=False
    )
    return done.stdout


def test_an_article_and_a_calculator_have_no_problem(project: Path, capsys: Said) -> None:
    assert main([*ARTICLE]) == 0
    assert main([*CALCULATOR[:4], "Minutes in a hot bath", *CALCULATOR[5:]]) == 0
    wrote = [line.removeprefix("Wrote ") for line in capsys.readouterr().out.splitlines() if line.startswith("Wrote")]
    assert wrote == [
        "docs/articles/hot-baths.md",
        "calculators/bath_minutes.py",
        "tests/cases/bath-minutes.toml",
        "docs/calculators/bath-minutes.md",
    ]
    assert all((project / path).is_file() for path in wrote)
    assert check(project) == "No problems in 3 pages.\n"


def test_nothing_is_written_over(project: Path, capsys: Said) -> None:
    main([*ARTICLE])
    (project / "docs" / "calculators").mkdir()
    pages = [project / "docs" / "articles" / "hot-baths.md", project / "docs" / "calculators" / "bath-minutes.md"]
    for page, command in zip(pages, (ARTICLE, CALCULATOR), strict=True):
        page.write_text("Mine.", encoding="utf-8")
        capsys.readouterr()
        assert main([*command]) == 1
        name = page.relative_to(project)
        assert capsys.readouterr() == ("", f"{name} is there already. Give another name, or change that file.\n")
        assert page.read_text(encoding="utf-8") == "Mine."
    assert not (project / "calculators" / "bath_minutes.py").exists()


@pytest.mark.parametrize(
    ("command", "sentence"),
    [
        (("new", "article"), "Give a name, --title, --description, --message, --topic and --tag: there is no terminal to ask at."),
        ((*ARTICLE[:2], "Hot_baths", *ARTICLE[3:]), 'The name is "Hot_baths". Write up to 40 small letters, digits and hyphens, such as hot-baths.'),
        ((*ARTICLE, "--title", "Baths"), "`title` has 5 characters. Write 10 to 65 characters."),
        ((*ARTICLE, "--topic", "livin"), '`topic` cannot be "livin". Use "living", or write one of understanding, moving, flares, living, measuring or advice.'),
        ((*ARTICLE, "--tag", "movment"), 'No tag is called "movment". Use "movement", or add it to docs/tags.yml.'),
        ((*CALCULATOR[:2], "class", *CALCULATOR[3:]), '"class" means something else in Python. Add a word, such as class-plan.'),
        ((*CALCULATOR[:2], "count", *CALCULATOR[3:]), '"count" means something else in Python. Add a word, such as count-plan.'),
        ((*CALCULATOR[:2], "answer", *CALCULATOR[3:]), '"answer" means something else in Python. Add a word, such as answer-plan.'),
    ],
)  # fmt: skip
def test_what_cannot_be_used_is_said_in_a_sentence(
    project: Path, capsys: Said, command: tuple[str, ...], sentence: str
) -> None:
    assert main([*command]) == 1
    assert capsys.readouterr() == ("", f"{sentence}\n")
    assert check(project) == "No problems in 1 page.\n"


def test_what_the_whole_page_shows_is_told_with_its_line(project: Path, capsys: Said) -> None:
    assert main([*ARTICLE, "--message", "It proves it."]) == 1
    assert capsys.readouterr().err.startswith('docs/articles/hot-baths.md:7: "proves" promises too much.\n')


def test_a_terminal_is_asked_until_it_gives_what_can_be_used(
    project: Path, capsys: Said, monkeypatch: pytest.MonkeyPatch
) -> None:
    typed = ["Hot baths", "hot-baths", "Baths", TITLE, DESCRIPTION, MESSAGE, "living", "movement"]
    monkeypatch.setattr(sys, "stdin", _Terminal("".join(f"{line}\n" for line in typed)))
    assert main(["new", "article"]) == 0
    said = capsys.readouterr().out
    assert said.count("Name in its address") == said.count("Title (10 to 65 characters)") == 2
    assert "`title` has 5 characters. Write 10 to 65 characters.\n" in said
    monkeypatch.setattr(sys, "stdin", _Terminal("cold-baths\n"))
    assert main(["new", "article"]) == 1
    assert capsys.readouterr().err == "\nNothing was written.\n"
    assert check(project) == "No problems in 2 pages.\n"


@pytest.mark.parametrize(
    "text", [BIBTEX, CSL, f"[{CSL}]", RIS, f"\ufeff\n{RIS}"], ids=["bibtex", "csl", "list", "ris", "bom"]
)
def test_every_form_of_a_source_becomes_the_same_entry(
    bib: Path, capsys: Said, give: Callable[[str], None], text: str
) -> None:
    before = bib.read_text(encoding="utf-8")
    give(text)
    assert main(["new", "reference", *TOLD]) == 0
    assert bib.read_text(encoding="utf-8") == before + ENTRY
    line = before.count("\n") + 2
    assert capsys.readouterr().out == (
        f"Wrote doe2021 in docs/references.bib:{line}.\n"
        "Cite it with [@doe2021]. Until a page does, a check says that none does.\n"
    )


def test_a_source_that_nobody_opened_has_no_link(bib: Path, capsys: Said) -> None:
    (bib.parent / "doe.ris").write_text(RIS, encoding="utf-8")
    assert main(["new", "reference", "--file", "docs/doe.ris"]) == 0
    assert capsys.readouterr().out.splitlines()[2:] == [
        "Still to be written there: seen, keywords, note.",
        "Its DOI is no link yet. When you have opened it, start verified with yes and drop _unverified.",
    ]
    entry = read_bibliography(bib.read_text(encoding="utf-8"), "", Problems(at_once=True))["doe2021"]
    assert (entry.doi, entry.checked) == ("", "memory")


@pytest.mark.parametrize(
    ("other", "key"),
    [
        (RIS.replace("abc_1", "abc_2").replace("walking", "resting"), "doe2021b"),
        (RIS.replace("Doe, Zoë A.", "Müller-Łoś, Zoë").replace("abc_1", "x").replace("walking", "x"), "mullerlos2021"),
        (
            RIS.replace("Doe, Zoë A.", "World Health Organization").replace("abc_1", "x").replace("walking", "x"),
            "who2021",
        ),
    ],
)
def test_a_key_is_made_of_the_first_author_and_the_year(
    bib: Path, give: Callable[[str], None], other: str, key: str
) -> None:
    for text in (RIS, other):
        give(text)
        assert main(["new", "reference"]) == 0
    assert f"@article{{{key},\n" in bib.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (RIS.replace("10.1000/abc_1", "10.1000/EX(20)7.2"), "The source is there already. Cite it with [@smith2020]."),
        (RIS.replace("10.1000/abc_1", "10.1000/unseen"), "The source is there already. Cite it with [@jones2021]."),
        (f"{RIS}DB  - PubMed\nAN  - 12345\n", "The source is there already. Cite it with [@smith2020]."),
        ("A paper by Doe", "This is neither BibTeX, CSL-JSON nor RIS. Copy the citation again in one of these forms."),
        (RIS + RIS, "There are 2 sources here. Add one at a time."),
        ("@article{a, title={b}", "This BibTeX cannot be read. Close each { with a }, and end each field with a comma."),
        ('{"a"', "This JSON cannot be read: Expecting ':' delimiter: line 1 column 5 (char 4). Copy it again from its first to its last bracket."),
        (RIS.replace("TI", "ZZ"), "The citation has no title. Add it, and try again."),
    ],
)  # fmt: skip
def test_a_source_that_is_not_added_says_why(
    bib: Path, capsys: Said, give: Callable[[str], None], text: str, sentence: str
) -> None:
    before = bib.read_text(encoding="utf-8")
    give(text)
    assert main(["new", "reference"]) == 1
    assert capsys.readouterr() == ("", f"{sentence}\n")
    assert bib.read_text(encoding="utf-8") == before


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (None, "{file} cannot be read: No such file or directory."),
        (b"TY  - JOUR\nTI  - caf\xe9\n", "{file} is not UTF-8. Save it as UTF-8."),
    ],
)
def test_a_file_that_holds_no_text_is_said_in_a_sentence(
    bib: Path, capsys: Said, content: bytes | None, sentence: str
) -> None:
    file = bib.with_name("citation.ris")
    if content is not None:
        file.write_bytes(content)
    assert main(["new", "reference", "--file", str(file)]) == 1
    assert capsys.readouterr() == ("", f"{sentence.format(file=file)}\n")


def test_signs_of_latex_come_through(bib: Path, give: Callable[[str], None]) -> None:
    give(CSL.replace("5%", "$5 _a {b} #1"))
    assert main(["new", "reference"]) == 0
    entry = read_bibliography(bib.read_text(encoding="utf-8"), "", Problems(at_once=True))["doe2021"]
    assert entry.title == "Does walking help & how? A $5 _a b #1 trial"


def test_other_kinds_of_source_keep_who_published_them() -> None:
    report = (
        '{"type": "report", "title": "Aims", "publisher": "WHO", "URL": "http://who.int/a", "issued": {"raw": "2020"}}'
    )
    source = read_source(report)
    assert (source.kind, source.container, source.year, source.url) == (
        "techreport",
        "WHO",
        "2020",
        "https://who.int/a",
    )
    source = read_source("@online{a, title={Aims}, organization={NHS}, date={2020-05-01}}")
    assert (source.kind, source.container, source.year, source.author) == ("misc", "NHS", "2020", "")
