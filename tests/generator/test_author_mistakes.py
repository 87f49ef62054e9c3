"""Each mistake of mistakes.yml, told alike by `python -m generator check` and `mkdocs build --strict`.

All that can stand side by side are made in one project: so one run tells them all.
"""

import os
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from string import Template

import pytest
import yaml

from tests.small_project import ROOT, small_project

HEAD = """---
title: The page $name
description: A page that stands here only so that it can be checked by a test.
type: $type
status: live
"""
ARTICLE = """audience: [carer]
main_message: You can read this.
authors: [{name: Ann Writer, role: editor, interests: none}]
reviewed_by: []
published: 2026-11-20
updated: 2026-11-20
last_reviewed: null
next_review: 2027-11-20
evidence_searched: 2026-11-20
evidence_level: low
tags: [movement]
topic: advice
funding: none
changelog: [{date: 2026-11-20, change: First version}]
"""
CALCULATOR = Template((ROOT / "generator" / "commands" / "scaffold" / "calculator.py.tmpl").read_text(encoding="utf-8"))


@dataclass(frozen=True, kw_only=True)
class Mistake:
    """One entry of mistakes.yml; its head says what each part is."""

    mistake: str
    file: str
    says: str
    page: str = ""
    article: dict[str, str] | None = None
    calculator: dict[str, str] | None = None
    text: str = ""
    more: str = ""
    alone: bool = False

    def make(self, project: Path) -> None:
        """Make the mistake in a project."""
        if self.calculator:
            slug = Path(self.file).stem.replace("_", "-")
            write(project / f"docs/calculators/{slug}.md", page(slug, f"[[calculator: {slug}]]\n\n{self.page}"))
            write(project / self.file, changed(calculator(slug), self.calculator))
        elif self.article:
            head = Template(HEAD).substitute(name=Path(self.file).stem, type="article")
            write(project / self.file, changed(f"{head}{ARTICLE}---\nText.\n", self.article))
        elif self.page:
            write(project / self.file, page(Path(self.file).stem, self.page))
        elif self.more:
            file = project / self.file
            write(file, f"{file.read_text(encoding='utf-8')}{self.more}\n")
        else:
            write(project / self.file, self.text)


def page(name: str, body: str) -> str:
    return f"{Template(HEAD).substitute(name=name, type='page')}---\n{body}"


def calculator(slug: str) -> str:
    return CALCULATOR.substitute(title=slug, title_in_python=f'"{slug}"', module=slug.replace("-", "_"))


def changed(text: str, lines: dict[str, str]) -> str:
    for old, new in lines.items():
        assert f"\n{old}\n" in text
        text = text.replace(f"\n{old}\n", f"\n{new}\n" if new else "\n")
    return text


def write(file: Path, text: str) -> None:
    file.parent.mkdir(exist_ok=True)
    file.write_text(text, encoding="utf-8")


MISTAKES = [
    Mistake(**each) for each in yaml.safe_load(Path(__file__).with_name("mistakes.yml").read_text(encoding="utf-8"))
]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    folder = small_project(tmp_path)
    write(folder / "calculators" / "bath_minutes.py", calculator("bath-minutes"))
    write(folder / "docs" / "calculators" / "bath-minutes.md", page("bath-minutes", "[[calculator: bath-minutes]]\n"))
    return folder


def run(project: Path, *command: str) -> tuple[int, str]:
    done = subprocess.run(
        [sys.executable, "-m", *command],
        cwd=project,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    return done.returncode, done.stdout.strip("\n")


def told(project: Path) -> str:
    """What both commands say of a project that has mistakes."""
    by_check = run(project, "generator", "check")
    code, by_build = run(project, "mkdocs", "build", "--strict")
    said = "\n".join(line for line in by_build.splitlines() if line and not line.startswith("INFO "))
    assert (code, said) == (1, by_check[1])
    assert by_check[0] == 1
    return said


def expected(mistakes: list[Mistake]) -> str:
    """All that is to be said, in the order of files and lines."""
    problems = [problem for each in mistakes for problem in re.findall(r"^\S.*\n    .*$", each.says, re.MULTILINE)]
    return "\n".join(sorted(problems, key=lambda problem: (problem.split(":")[0], int(problem.split(":")[1]), problem)))


def test_mistakes_side_by_side_are_all_told_in_one_run(project: Path) -> None:
    mistakes = [mistake for mistake in MISTAKES if not mistake.alone]
    for mistake in mistakes:
        mistake.make(project)
    assert told(project) == expected(mistakes)


@pytest.mark.parametrize("mistake", [each for each in MISTAKES if each.alone], ids=lambda each: each.mistake)
def test_a_file_that_cannot_be_read_is_told_and_nothing_that_follows_from_it(mistake: Mistake, project: Path) -> None:
    mistake.make(project)
    assert told(project) == expected([mistake])


SOURCE = """
@article{lee2019,
  author = {Lee, Ann},
  title = {Baths},
  journal = {Examples},
  year = {2019},
  verified = {memory},
}
"""
CARD = """often:
  title: How often a walk helps
  subject: promise
  said_in: blog
  says: A walk helps at once and always does.
  verdict: overstated
  shows: Some people said that they did a little more after a walk.
  claim: walking-works
  sources: [lee2019]
  told_in: index.md
  checked_on: 2026-11-20
"""


def test_what_a_calculator_that_cannot_be_read_rests_on_is_not_called_unused(project: Path) -> None:
    code = project / "calculators" / "bath_minutes.py"
    rests = changed(calculator("bath-minutes"), {"    references=(),": '    references=("lee2019",),'})
    Mistake(mistake="", says="", file="docs/references.bib", more=SOURCE).make(project)
    write(code, rests)
    assert run(project, "generator", "check")[0] == 0
    write(code, rests.replace("answers.minutes * answers.days", "answers.minutes * (answers.days"))
    said = told(project)
    assert said.splitlines()[0] == "calculators/bath_minutes.py:47: Python cannot read this: '(' was never closed."
    assert "lee2019" not in said


def test_what_cards_rest_on_is_not_called_unused_while_their_claims_cannot_be_read(project: Path) -> None:
    Mistake(mistake="", says="", file="docs/references.bib", more=SOURCE).make(project)
    Mistake(mistake="", says="", file="docs/index.md", more="\n[[claim-cards]]").make(project)
    write(project / "docs" / "claim-cards.yml", CARD)
    assert run(project, "generator", "check") == (0, "No problems in 2 pages.")
    claims = project / "docs" / "claims.yml"
    write(claims, claims.read_text(encoding="utf-8").replace("  claim: ", "  claim: [", 1))
    said = told(project)
    assert "docs/claims.yml:" in said
    assert "lee2019" not in said


def test_a_card_that_rests_on_a_source_that_is_not_there_is_told_alone(project: Path) -> None:
    Mistake(mistake="", says="", file="docs/index.md", more="\n[[claim-cards]]").make(project)
    write(project / "docs" / "claim-cards.yml", CARD)
    assert [line for line in told(project).splitlines() if line[0] != " "] == [
        'docs/claim-cards.yml:9: No source is called "lee2019".'
    ]


def test_a_vocabulary_that_is_not_there_is_told_alone(project: Path) -> None:
    Mistake(mistake="", says="", file="docs/index.md", more="\n[[claim-cards]]").make(project)
    write(project / "docs" / "claim-cards.yml", CARD.replace("lee2019", "smith2020"))
    (project / "docs" / "vocabulary.yml").unlink()
    said = told(project).splitlines()
    assert said[0] == "docs/vocabulary.yml:1: The file is missing."
    assert len(said) == 2


def test_a_page_of_the_navigation_that_is_not_there_is_told(project: Path) -> None:
    settings = project / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    line = text[: text.index("- index.md")].count("\n") + 2
    write(settings, text.replace("- index.md", "- index.md\n      - indx.md\n      - Elsewhere: https://example.org/"))
    assert told(project).splitlines() == [
        f'mkdocs.yml:{line}: No page is called "indx.md".',
        '    Use "index.md", or write its path below docs/, or take it out.',
    ]


def test_a_kit_that_python_cannot_read_is_told(project: Path) -> None:
    file = project / "calculators" / "kit" / "show.py"
    write(file, f"words words\n{file.read_text(encoding='utf-8')}")
    assert told(project).splitlines() == [
        "calculators/kit/show.py:1: Python cannot read this: invalid syntax.",
        "    Mend this line, then save again.",
    ]
