"""`[[calculator: talk-test]]`, on a line of its own, becomes the calculator: its form and a worked example.

The page is complete before any script runs. A calculator that cannot be imported, or cannot work out its own example,
is a problem at the line of its code that failed.
"""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markdown import Extension
from markdown.preprocessors import Preprocessor
from markupsafe import Markup

import calculators
from calculators.kit import show
from calculators.kit.declare import Calculator, questions
from calculators.kit.faults import BadAnswer, BadAnswers
from calculators.kit.query import encode
from calculators.kit.read import read
from generator.markdown.time_limit import time_limit
from generator.pages.source import keep_source, source_of
from generator.problems import Problem, did_you_mean, problem_in_code

if TYPE_CHECKING:
    from collections.abc import Mapping

    from markdown import Markdown

    from generator.library import Library

TEMPLATES = Path("overrides/templates")
# Where a calculator's faults may come to light, though they are not made there.
_SHARED = ("calculators/__init__.py", "calculators/kit/", "generator/")
_LINE = re.compile(r"\[\[calculator:\s*([^\]]*?)\s*\]\]\s*")


class EmbedsExtension(Extension):
    """Places calculators in a page.

    Args:
        library: Knows the page that is being converted, and takes problems.
        manifest: What a page tells its worker about the runtime; see `generator.runtime.browser_bundle`. Without one the
            calculators show their worked example and no live answers.
        site_url: The address of the published site, ending in a slash. Without one a printed sheet names no page.
    """

    def __init__(
        self,
        library: Library,
        manifest: Mapping[str, object] | None = None,
        site_url: str | None = None,
    ) -> None:
        super().__init__()
        self._library = library
        self._manifest = manifest
        self._site_url = site_url

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        """Register after fenced code (25) and raw HTML (20), which set code and comments apart."""
        keep_source(md, self._library)
        md.preprocessors.register(_Embed(md, self._library, self._manifest, self._site_url), "embeds", 18)


def render(
    calculator: Calculator[Any],
    example: str,
    folders: tuple[str, ...],
    manifest: Mapping[str, object] | None = None,
    site_url: str | None = None,
) -> str:
    """The HTML of a calculator: its form, its worked example, and what its printed sheet ends with.

    Args:
        calculator: Which one.
        example: The HTML of its worked example.
        folders: The folders of its page's address, from the site's root.
        manifest: What the page tells its worker about the runtime; see `generator.runtime.browser_bundle`.
        site_url: As for `EmbedsExtension`.
    """
    asked = questions(calculator.inputs)
    address = f"{site_url}{''.join(f'{folder}/' for folder in folders)}" if site_url else ""
    return (
        _templates()
        .get_template("calculator.html")
        .render(
            address=address,
            calculator=calculator,
            example=Markup(example),  # noqa: S704 - made by calculators.kit.markup, which escapes
            manifest=_script_safe(manifest) if manifest else "",
            practice=encode(calculator.example),
            questions=asked.items(),
            root=_root(folders),
            settings=[(name, question) for name, question in asked.items() if question.setting],
        )
    )


@cache
def _templates() -> Environment:
    """The templates, each read again when it has changed."""
    return Environment(loader=FileSystemLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined)


def worked_example(calculator: Calculator[Any], folders: tuple[str, ...]) -> str:
    """The HTML of a calculator's answer to its own example, for a page in those folders.

    Raises:
        BadAnswer: If the example is refused; `BadAnswers` likewise.
    """
    answers = read(calculator.inputs, calculator.example)
    return show.html(calculator, answers, calculator.work_out(answers.inputs), _root(folders))


def _root(folders: tuple[str, ...]) -> str:
    return "../" * len(folders)


class _Embed(Preprocessor):
    def __init__(
        self,
        md: Markdown,
        library: Library,
        manifest: Mapping[str, object] | None,
        site_url: str | None,
    ) -> None:
        super().__init__(md)
        self._library = library
        self._manifest = manifest
        self._site_url = site_url

    def run(self, lines: list[str]) -> list[str]:
        placed: list[str] = []
        slugs: list[str] = []
        for line in lines:
            found = _LINE.fullmatch(line)
            if not found:
                placed.append(line)
                continue
            slugs.append(found[1])
            if html := self._calculator(found[1], alone=len(slugs) == 1):
                placed += ["", self.md.htmlStash.store(html), ""]
        return placed

    def _calculator(self, slug: str, *, alone: bool) -> str:
        """The calculator's HTML, or nothing after noting what is wrong with it."""
        if not alone:
            self._note_in_page(slug, "This page has a calculator already.", "Give the second one a page of its own.")
            return ""
        if slug not in calculators.slugs():
            mend = did_you_mean(slug, calculators.slugs(), f"Add {code_of(slug)}.")
            self._note_in_page(slug, f'No calculator is called "{slug}".', mend)
            return ""
        try:
            self._library.reads.ask("files", TEMPLATES)
            with time_limit():
                calculator = calculators.find(slug)
                self._note_unknown_sources(calculator)
                if self._has_unknown_answers(calculator):
                    return ""
                example = worked_example(calculator, self._folders())
        except (BadAnswer, BadAnswers) as bad:
            self._note_in_page(
                slug,
                f"The worked example of {slug} is refused: {bad}.",
                f"Mend `example` in {code_of(slug)}.",
            )
            return ""
        except Exception as error:  # noqa: BLE001 - any fault of a calculator is its author's, told with its line
            self._library.problems.note(_in_calculator(slug, problem_in_code(error, Path.cwd())))
            return ""
        return render(calculator, example, self._folders(), self._manifest, self._site_url)

    def _has_unknown_answers(self, calculator: Calculator[Any]) -> bool:
        """Note each answer of the worked example that no question asks for: a reader's would be passed over."""
        known = {part for name, question in questions(calculator.inputs).items() for part in question.parts(name)}
        unknown = calculator.example.keys() - known
        for name in unknown:
            what = f'The worked example answers "{name}", which {calculator.slug} does not ask for.'
            mend = did_you_mean(name, known - calculator.example.keys(), "Take it out.")
            self._note_in_code(calculator, f'"{name}":', what, mend)
        return bool(unknown)

    def _note_unknown_sources(self, calculator: Calculator[Any]) -> None:
        for key in calculator.references:
            if key not in self._library.bibliography:
                mend = did_you_mean(key, self._library.bibliography, "Add the source to docs/references.bib.")
                self._note_in_code(calculator, f'"{key}"', f'No source is called "{key}".', mend)

    def _folders(self) -> tuple[str, ...]:
        """The folders of the page's address, from the site's root."""
        path = PurePosixPath(self._library.page.path)
        docs = PurePosixPath(self._library.docs.as_posix())
        inside = path.relative_to(docs) if path.is_relative_to(docs) else path
        return inside.parent.parts if inside.stem == "index" else inside.with_suffix("").parts

    def _note_in_code(self, calculator: Calculator[Any], words: str, what: str, mend: str) -> None:
        path = code_of(calculator.slug)
        before = Path(path).read_text(encoding="utf-8").partition(words)[0]
        self._library.problems.add(path, before.count("\n") + 1, what, mend)

    def _note_in_page(self, slug: str, what: str, mend: str) -> None:
        source = source_of(self.md)
        line = source.lines(rf"^\[\[calculator:\s*{re.escape(slug)}\s*\]\]")[0]
        self._library.problems.add(source.path, line, what, mend)


def _in_calculator(slug: str, problem: Problem) -> Problem:
    """The problem, in the calculator's own file: what it gave may be found wrong only when it is shown."""
    if not problem.path.startswith(_SHARED):
        return problem
    what = f"This calculator cannot be used: {problem.what.partition(' here: ')[2]}"
    return Problem(code_of(slug), 1, what, "Mend it; mypy says where a part is of the wrong type.")


def code_of(slug: str) -> str:
    """The file of a calculator's Python, from the project's folder."""
    return f"calculators/{slug.replace('-', '_')}.py"


def _script_safe(manifest: Mapping[str, object]) -> Markup:
    # In a script element only "</" could end the data early.
    return Markup(json.dumps(manifest, sort_keys=True).replace("</", "<\\/"))  # noqa: S704
