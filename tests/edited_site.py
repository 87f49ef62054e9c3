"""Edits a small project again and again under live preview, and compares each build with a fresh one, byte for byte.

Run in a process of its own, in the folder of the project: `python edited_site.py SEED EDITS`.
"""

import re
import sys
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

from mkdocs.commands.build import build
from mkdocs.config import load_config

sys.path.insert(0, str(Path.cwd()))  # the calculators of that project, not ours
DOCS = Path("docs")
ADDRESS = "http://127.0.0.1:8000/"
HEALTH = """---
title: {title}
description: A page of the test about {title}, which stands here only to be changed and looked at.
type: article
status: live
audience: [person-in-pain]
main_message: Small steps may help some people.
authors: [{{name: Baseline contributors, role: editors, interests: none}}]
reviewed_by: []
published: 2026-11-20
updated: 2026-11-20
last_reviewed: null
next_review: 2027-11-20
evidence_searched: 2026-11-20
evidence_level: low
tags: [movement]
topic: moving
related: [index.md]
funding: none
changelog: [{{date: 2026-11-20, change: First version}}]
---
You may do less when it hurts [@smith2020]. See [the start](index.md#more) and [[term: flare-up]].

[[help-now]]

## More

It is fine to go slowly.
"""
PAGE = """---
title: {title}
description: A page of the test about {title}, which stands here only to be changed and looked at.
type: page
status: live
---
{text}
"""

CALCULATOR = '''"""Steps in a row."""

from calculators.kit.declare import Inputs, calculator, whole
from calculators.kit.result import KeyFigure, Result

STEPS = 2


class Row(Inputs):
    """What the reader is asked."""

    size: int = whole("How long is a step?", noun="Length", missing="Enter a length", unit="minutes", low=1, high=9, like=3)


@calculator(Row, title="Steps", version="1.0", references=("smith2020",), example={"size": "3"},
            example_note="Someone with 3 minutes.", leads_to_effort=False)
def steps(answers: Row) -> Result:
    """Give the steps."""
    return Result(title="Steps", lead=("Go on.",), body=(KeyFigure("Steps", str(answers.size * STEPS), "Own choice."),))
'''

type Site = tuple[dict[str, str], dict[str, bytes], list[str]]


def write_pages() -> None:
    """Pages that show what other pages and files hold."""
    Path("calculators/steps.py").write_text(CALCULATOR, "utf-8")
    for name in ("lists", "words"):
        mark = "sources" if name == "lists" else "glossary"
        (DOCS / f"{name}.md").write_text(PAGE.format(title=f"All the {name}", text=f"Here.\n\n[[{mark}]]"), "utf-8")
    for name in ("one", "two", "three"):
        (DOCS / f"{name}.md").write_text(HEALTH.format(title=f"Article {name}"), "utf-8")
    with (DOCS / "index.md").open("a", encoding="utf-8") as index:
        index.write("\n## More\n\nSee [one](one.md), [two](two.md#more) and [three](three.md).\n")
    text = 'Try this. It takes [[number: steps "Steps" size=3]].\n\n[[calculator: steps]]'
    (DOCS / "tool.md").write_text(PAGE.format(title="A calculator", text=text), "utf-8")


class Editor:
    """Makes one edit after the other, each of which a person could make."""

    def __init__(self, chance: Random) -> None:
        self.chance = chance
        self.count = 0
        self.mends: list[tuple[Path, str]] = []

    def edit(self) -> str:
        """Make an edit, or mend the last mistake, and name it."""
        self.count += 1
        if self.mends and self.chance.random() < 0.5:
            path, text = self.mends.pop()
            path.write_text(text, "utf-8")
            return f"mended {path}"
        edit = self.chance.choice(EDITS)
        return f"{edit.__name__} {edit(self)}"

    def page(self) -> Path:
        return self.chance.choice(sorted(DOCS.glob("*.md")))

    def article(self) -> Path:
        return self.chance.choice([page for page in sorted(DOCS.glob("*.md")) if "type: article" in page.read_text()])

    def swap(self, path: Path, old: str, new: str, *, mistake: bool = False) -> Path:
        text = path.read_text("utf-8")
        if mistake and path not in dict(self.mends):
            self.mends.append((path, text))
        path.write_text(re.sub(old, lambda _: new, text, count=1, flags=re.MULTILINE), "utf-8")
        return path

    def add(self, path: Path, text: str, *, mistake: bool = False) -> Path:
        return self.swap(path, r"\Z", text, mistake=mistake)


def body(by: Editor) -> Path:
    return by.add(by.page(), f"\nYou can rest {by.count} times.\n")


def title(by: Editor) -> Path:
    return by.swap(by.page(), "^title: .*", f"title: A new title {by.count}")


def message(by: Editor) -> Path:
    return by.swap(by.article(), "^main_message: .*", f"main_message: Rest may help {by.count} people.")


def draft(by: Editor) -> Path:
    return by.swap(by.page(), "^status: .*", by.chance.choice(["status: draft", "status: live", "status: paused"]))


def citation(by: Editor) -> Path:
    return by.add(
        by.page(), f"\nIt was {by.count} [@{by.chance.choice(['jones2021', 'who2022', 'smith2020'])}, p. 5].\n"
    )


def claim(by: Editor) -> Path:
    return by.add(by.page(), "\nIt may help you do more. [[claim: walking-function]]\n")


def term(by: Editor) -> Path:
    return by.add(by.page(), "\nA [[term: flare-up]] may pass.\n")


def no_source(by: Editor) -> Path:
    return by.add(by.page(), "\nIt was seen [@smyth2020].\n", mistake=True)


def no_claim(by: Editor) -> Path:
    return by.add(by.page(), "\nIt may help. [[claim: walking-werks]]\n", mistake=True)


def no_page(by: Editor) -> Path:
    return by.add(by.page(), "\nSee [more](mor.md) and [one](one.md#mor).\n", mistake=True)


def no_matter(by: Editor) -> Path:
    return by.swap(by.page(), r"\A---", "title", mistake=True)


def no_yaml(by: Editor) -> Path:
    return by.swap(by.page(), "^type: ", "type: [", mistake=True)


def no_tag(by: Editor) -> Path:
    return by.swap(by.article(), r"^tags: .*", "tags: [mooving]", mistake=True)


def new_page(by: Editor) -> Path:
    path = DOCS / f"page-{by.count}.md"
    path.write_text(HEALTH.format(title=f"Page number {by.count}"), "utf-8")
    return by.add(by.page(), f"\nSee [it](page-{by.count}.md#more).\n")


def delete_page(by: Editor) -> Path:
    path = by.chance.choice([page for page in sorted(DOCS.glob("*.md")) if page.name != "index.md"])
    path.unlink()
    by.mends = [each for each in by.mends if each[0] != path]
    return path


def rename_page(by: Editor) -> Path:
    path = by.chance.choice([page for page in sorted(DOCS.glob("*.md")) if page.name != "index.md"])
    by.mends = [each for each in by.mends if each[0] != path]
    return path.rename(DOCS / f"renamed-{by.count}.md")


def source(by: Editor) -> Path:
    return by.swap(DOCS / "references.bib", r"^( *title *= *)\{.*", f"  title = {{A new title {by.count}}},")


def source_moved(by: Editor) -> Path:
    return by.swap(DOCS / "references.bib", r"\A", "% A line more.\n")


def source_broken(by: Editor) -> Path:
    return by.swap(DOCS / "references.bib", r"^@article", "article", mistake=True)


def claim_record(by: Editor) -> Path:
    return by.swap(DOCS / "claims.yml", "^  reason: .*", f"  reason: They said so {by.count} times.")


def claim_level(by: Editor) -> Path:
    return by.swap(DOCS / "claims.yml", "^  certainty: .*", f"  certainty: {by.chance.choice(['low', 'high'])}")


def claims_broken(by: Editor) -> Path:
    return by.swap(DOCS / "claims.yml", "^  claim: ", "  claim: [", mistake=True)


def meaning(by: Editor) -> Path:
    return by.swap(DOCS / "glossary.yml", "meaning: .*", f"meaning: A hard word with {by.count} uses.")


def help_text(by: Editor) -> Path:
    return by.swap(DOCS / "help-now.yml", r"^(  .*)$", f"  # {by.count}")


def figure(by: Editor) -> Path:
    return by.swap(DOCS / "figures" / "small-step.svg", "<title>.*</title>", f"<title>A step {by.count}</title>")


def tag(by: Editor) -> Path:
    return by.add(DOCS / "tags.yml", f"tag-{by.count}: a new one\n")


def template(by: Editor) -> Path:
    return by.swap(Path("overrides/partials/footer.html"), "<footer", f"<p>{by.count}</p><footer")


def template_broken(by: Editor) -> Path:
    return by.swap(Path("overrides/partials/footer.html"), r"\A", "{% if %}", mistake=True)


def template_of_calculators(by: Editor) -> Path:
    return by.swap(Path("overrides/templates/calculator.html"), r"\Z", f"<p>{by.count}</p>")


def style_sheet(by: Editor) -> Path:
    return by.add(Path("overrides/assets/css/base.css"), f"/* {by.count} */\n")


def settings(by: Editor) -> Path:
    return by.swap(Path("mkdocs.yml"), "^site_name: .*", f"site_name: Site {by.count}")


def calculator(by: Editor) -> Path:
    return by.swap(Path("calculators/steps.py"), r"STEPS = \d+", f"STEPS = {by.count}")


def calculator_broken(by: Editor) -> Path:
    return by.swap(Path("calculators/steps.py"), "^STEPS", "STEPS STEPS", mistake=True)


# The usual edits more often than those that take long to build.
EDITS: list[Callable[[Editor], Path]] = [
    *2 * [body, title, message, draft, citation, claim, term, new_page, delete_page, rename_page, claim_record],
    *(source, source_moved, source_broken, claim_level, claims_broken, meaning, help_text, figure, tag, settings),
    *(no_source, no_claim, no_page, no_matter, no_yaml, no_tag),
    *(template, template_broken, template_of_calculators, style_sheet, calculator, calculator_broken),
]


def built(site: Path, hooks: Any) -> Site:
    """Build, and return every page as its author sees it, every other file, and the problems."""
    config = load_config("mkdocs.yml", site_dir=str(site))
    config.site_url = ADDRESS
    build(config, serve_url=ADDRESS)
    preview = hooks._State.preview
    pages = {address: preview.render(address) for address in preview}
    stubs = {site / address for address in pages}
    files = [file for file in site.rglob("*") if file.is_file() and file not in stubs]
    assert all(stub.exists() for stub in stubs)
    assert any("wheels" in file.parts for file in files) or "calculators/" in "".join(
        map(str, hooks._State.build.problems)
    )
    contents = {file.relative_to(site).as_posix(): file.read_bytes() for file in files if file.suffix != ".gz"}
    return pages, contents, [str(problem) for problem in hooks._State.build.problems]


def fresh(site: Path, hooks: Any) -> Site:
    """What a preview that starts now would show."""
    names = ("build", "preview", "made_for", "settings", "files")
    before = {name: getattr(hooks._State, name) for name in names}
    try:
        hooks.on_startup("serve", dirty=False)
        return built(site, hooks)
    finally:
        for name, value in before.items():
            setattr(hooks._State, name, value)


def difference(one: Site, other: Site) -> str:
    """In which pages, files or problems two sites differ."""
    found: list[str] = []
    pairs: list[tuple[str, dict[str, Any], dict[str, Any]]] = [("page", one[0], other[0]), ("file", one[1], other[1])]
    for kind, here, there in pairs:
        found += [f"{kind} {name}" for name in sorted(here.keys() | there.keys()) if here.get(name) != there.get(name)]
    found += [f"problem {each}" for each in sorted({*one[2]} ^ {*other[2]})]
    return "\n".join(found)


def main(seed: int, edits: int) -> None:
    write_pages()
    config = load_config("mkdocs.yml")
    hooks: Any = config.plugins["generator/mkdocs_hooks.py"]
    hooks.on_startup("serve", dirty=False)
    editor = Editor(Random(seed))
    kept, new = Path("site-kept"), Path("site-new")
    built(kept, hooks)
    converted = 0
    for _ in range(edits):
        said = editor.edit()
        shown = built(kept, hooks)
        done = len(hooks._State.build.conversions.done)
        converted += done
        if found := difference(shown, fresh(new, hooks)):
            raise SystemExit(f"Seed {seed}, edit {editor.count}, {said}: the preview is not as a fresh one.\n{found}")
        print(f"{editor.count}: {said}: {len(shown[0])} pages, {done} converted, {len(shown[2])} problems")
    print(f"{converted} pages converted")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
