"""A calculator that asks every kind of question, on a page of its own, answered by Python beside the browser.

It shows what the form does with answers, and is quick: the browser's own Python is proved elsewhere.
"""

from datetime import date
from enum import StrEnum
from fractions import Fraction
from typing import Any
from unittest.mock import patch

from playwright.sync_api import Page, Route, expect

import calculators
from calculators.kit.declare import (
    Gate,
    Inputs,
    calculator,
    checklist,
    choice,
    day,
    log,
    measure,
    rating,
    rows,
    safety,
    text,
    whole,
)
from calculators.kit.questions import Text, Whole
from calculators.kit.result import Event, Result, Step, Table
from generator.markdown.embeds import render, worked_example
from generator.markdown.timers import timer_html

PATH = "calculators/every-kind/"
NEEDED = {
    "age": "50",
    "steps-1-what": "sit",
    "steps-1-minutes": "2",
    "steps-2-what": "stand",
    "steps-2-minutes": "3",
}
COMPLETE = "signs=no&pain=4&" + "&".join(f"{name}={value}" for name, value in NEEDED.items())


class Place(StrEnum):
    """Where it is done."""

    HOME = "home"
    PARK = "park"


class EveryKind(Inputs):
    """One question of each kind."""

    signs: Gate = safety(
        "Do any of these apply to you?", items=("chest pain", "a new injury"), missing="Select yes if any apply"
    )
    age: int = whole("How old are you?", noun="Age", missing="Enter your age", unit="years", low=18, high=100, like=47)
    pain: int = rating(
        "How much does it hurt now?",
        noun="Pain",
        missing="Choose how much it hurts",
        unit="out of 10",
        low=0,
        high=10,
        like=4,
        ends=("no pain", "the worst you can think of"),
        hint="On the whole, today",
    )
    steps: tuple[tuple[str, int], ...] = rows(
        "What are your steps?",
        row="Step",
        columns={
            "what": Text("What is it?", noun="Step", missing="Enter what it is", limit=60, hint="In a few words"),
            "minutes": Whole(
                "For how long?", noun="Minutes", missing="Enter for how long", unit="minutes", low=1, high=60, like=5
            ),
        },
        low=2,
        high=5,
        missing="Enter at least 2 steps",
    )
    diary: tuple[tuple[date, tuple[Fraction | None, ...]], ...] | None = log(
        "What have you noted so far?",
        columns=("pain", "minutes"),
        low=0,
        high=100,
        lines=100,
        hint="One line for each day: the date, pain, minutes",
    )
    height: Fraction | None = measure(
        "How tall are you?",
        noun="Height",
        units={"cm": Fraction(1), "metres": Fraction(100)},
        low=100,
        high=230,
        like="170",
        setting=True,
    )
    place: Place = choice(
        "Where?", {Place.HOME: "At home", Place.PARK: "In the park"}, default=Place.HOME, setting=True
    )
    gear: frozenset[Place] = checklist(
        "What do you have?", {Place.HOME: "A chair", Place.PARK: "A bench"}, setting=True
    )
    start: date | None = day(
        "When do you start?", noun="Start", low=date(2020, 1, 1), high=date(2099, 12, 31), setting=True
    )
    name: str = text("What do you call it?", noun="Name", limit=60, default="my plan", setting=True)


@calculator(
    EveryKind,
    title="Every kind",
    version="1.0",
    references=(),
    example={
        "signs": "no",
        "age": "50",
        "pain": "4",
        "steps-1-what": "sit",
        "steps-1-minutes": "2",
        "steps-2-what": "stand",
        "steps-2-minutes": "3",
    },
    example_note="Someone aged 50.",
)
def every_kind(answers: EveryKind) -> Result:
    """Say the answers back."""
    days = (Event(answers.start, "Walk"),) if answers.start else ()
    return Result(
        title=f"What you said, at {answers.age}",
        lead=(
            f"Your plan is called **{answers.name}**. It has {len(answers.steps)} steps and {len(answers.diary or ())} lines.",
        ),
        body=(
            Table("Your steps", ("Step", "Minutes"), tuple((what, str(minutes)) for what, minutes in answers.steps)),
        ),
        next_steps=(
            Step("Do less if you like."),
            Step("Ask for help", page="calculators/talk-test", answers={"age": "50"}),
        ),
        events=days,
        sheet=Table("", ("Step", "Minutes"), tuple((what, f"{minutes} “min”") for what, minutes in answers.steps)),
    )


def open_every_kind(page: Page, answers: str = "", *, timer: int = 30, live: bool = True) -> None:
    """Open the page, perhaps with answers after "#", and wait for its form unless no script will bring it to life."""

    def fulfil(route: Route) -> None:
        reply = route.fetch(url=route.request.url.replace("every-kind", "talk-test"))
        start, end = '<section class="calculator"', '<script type="application/json" data-runtime'
        html = reply.text()
        form = render(
            every_kind, worked_example(every_kind, ("calculators", "every-kind")), ("calculators", "every-kind")
        )
        html = html[: html.index(start)] + form + timer_html(timer) + html[html.index(end) :]
        route.fulfill(response=reply, body=html)

    page.route(f"**/{PATH}", fulfil)
    answer_here(page)
    page.goto(f"{PATH}{answers}")
    # The form's scripts fold away rows that are not needed: a click before that may miss what moves up.
    if live:
        expect(page.locator(".rows__add")).to_be_attached()


def answer_here(page: Page) -> None:
    """Let this process answer the page's questions, in place of the browser's own Python."""
    page.expose_function("answerHere", _answer)
    page.add_init_script(_WORKER)


def calculate(page: Page) -> None:
    """Press Calculate."""
    page.get_by_role("button", name="Calculate").click()


def wait_for_answer(page: Page) -> None:
    """Wait until an answer stands there, with what can be done with it."""
    expect(page.locator(".calculator__actions")).to_be_visible()


# In place of the browser's workers. Nobody waits for the answer to a practice, which has the number 0.
_WORKER = """
window.Worker = class extends EventTarget {
  constructor(address, { type }) {
    super();
    new URL(address); // as a worker would, refuse one that is none
  }
  async postMessage({ kind, id, slug, query, root }) {
    const say = (data) => this.dispatchEvent(new MessageEvent("message", { data }));
    if (kind === "start") {
      say({ kind: "ready" });
    } else if (id) {
      await window.answerHere(slug, query, root).then(
        (json) => say({ kind: "answer", id, json }),
        () => say({ kind: "failure", cause: "broken" }),
      );
    }
  }
  terminate() {}
};
"""


def _answer(slug: str, query: str, root: str) -> str:
    def find(wanted: str) -> Any:
        return every_kind if wanted == "every-kind" else known(wanted)

    known = calculators.find
    with patch.object(calculators, "find", find):
        return calculators.answer(slug, query, root)
