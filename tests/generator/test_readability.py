"""How hard a text is to read: beside the grades of an outside judge, and where a page is stopped."""

import pytest

from generator.prose.prose import read_prose
from generator.prose.readability import hardest, measure, too_hard
from generator.prose.syllables import syllables

# The grades beside each text are those of textstat 0.7.13 with the CMU Pronouncing Dictionary, measured in November
# 2026 with a full stop after each bullet.
ARTICLE = """
You may have been told to eat your way out of pain, or to lose weight first. You did not bring on your pain by what
you ate. Here is what studies have found, so that you can choose. A change in what you eat may ease pain for some
people. We do not know if 1 diet is better than the rest. Fish oil pills are likely to bring an uneven heartbeat to a
few more people. In knee arthritis, a plan for weight loss may ease pain a little. You can leave your food as it is.
This page is for you if you have had pain for more than 3 months and wonder about food or weight. That is called
long-lasting (persistent) pain. It covers eating patterns, fish oil, weight, and the word “inflammation”. It is not a
diet plan. Pain does not always mean that your body is damaged. Sleep, stress, mood and money can shape both how you
hurt and what you eat. Your pain system can also learn and settle, but we do not know how well you can train it.
Inflammation is part of how your body guards and heals. Doctors can look for signs of it in the blood. Some foods get
called “inflammatory”, such as crisps, sweets and ready meals. In 17 trials with 2,300 people, a Mediterranean way of
eating may have lowered some of these signs. Those trials did not look at pain. So we do not know if food changes pain
by way of inflammation. Lower signs in the blood are not the same as less pain. A Mediterranean way of eating means
lots of vegetables, beans, fruit, whole grains, olive oil and fish. Other diets cut out some foods, or cut down on all
of them. A change in what you eat may ease pain for some people. A review looked at 48 groups who changed their diet.
In 17 of them, pain fell by 2 points of 10 or more, or by a third. The other 31 did not report that, and some groups
had no one to compare with. Only 2 of the 48 ate in a Mediterranean way. So we do not know if 1 diet is better than
the rest. Fish oil holds fats called omega-3. In rheumatoid arthritis, it probably eases pain slightly. We have it as
a score from 22 trials, so we cannot say how many people gained. Keep taking your arthritis medicine unless your team
agrees a change. In knee arthritis, a plan for weight loss with exercise may ease pain a little.
"""
ABSTRACT = """
The neurophysiological mechanisms underlying exercise-induced hypoalgesia remain incompletely characterised.
Investigators have nevertheless documented heterogeneous responses across populations, particularly among participants
with widespread musculoskeletal symptoms. Considerable methodological variability, including inconsistent stimulation
protocols and inadequately concealed allocation, complicates interpretation of the available literature. Consequently,
recommendations concerning optimal intensity, duration and frequency of physical activity should be considered
provisional until appropriately powered replication studies become available.
"""
BULLETS = """
- a warm bath or shower
- a short walk around the house or garden
- gentle stretching while you sit
- ringing a friend or neighbour
- an afternoon with music, and nothing else to do
- some other activity that you enjoy
"""


@pytest.mark.parametrize(
    ("text", "grade", "smog"), [(ARTICLE, 3.93, 7.34), (ABSTRACT, 29.51, None), (BULLETS, 3.65, None)]
)
def test_grades_are_those_of_textstat(text: str, grade: float, smog: float | None) -> None:
    measures = measure(read_prose(text).sentences)
    assert measures
    assert measures.grade == pytest.approx(grade, abs=0.3)
    assert measures.smog == (smog and pytest.approx(smog, abs=0.3))


@pytest.mark.parametrize(
    ("word", "count"),
    [("pain", 1), ("every", 3), ("don’t", 1), ("people's", 2), ("long-lasting", 3), ("150", 1),
     ("behaviour", 3), ("hypoalgesia", 4), ("“area,”", 3), ("&", 1)],
)  # fmt: skip
def test_syllables(word: str, count: int) -> None:
    # A word that the dictionary does not know, such as the last but two, is cut as at a line's end: a few too few.
    assert syllables(word) == count


def test_long_sentences_are_counted() -> None:
    twenty, more = " ".join(["word"] * 20), " ".join(["word"] * 21)
    measures = measure(read_prose(f"{twenty.capitalize()}. {more.capitalize()}. Short. One.").sentences)
    assert measures
    assert (measures.words, measures.long, measures.long_percent) == (43, 1, 25)


def test_nothing_to_read_has_no_grade() -> None:
    assert measure([]) is None
    assert too_hard(read_prose("| a |\n|---|\n| b |\n")) == []


def test_the_hardest_sentences_come_first_with_their_lines() -> None:
    text = (
        "You can sit for a bit now.\n\nParticularly heterogeneous populations complicate interpretation considerably."
    )
    found = hardest(read_prose(f"{text}\n\nPhysiotherapists investigate.").sentences)
    assert [sentence.line for sentence, _ in found] == [3, 1]  # two words alone are no hard sentence


def test_a_page_that_is_too_hard_is_stopped_at_its_hardest_sentence() -> None:
    ((line, what, mend),) = too_hard(read_prose(f"You can sit for a bit.\n{ABSTRACT}"))
    assert (line, what) == (3, "The page reads at grade 26.4, and 8 is the most.")
    assert mend.startswith('Use shorter sentences and words, first in the hardest: "The neurophysiological')


def test_a_quick_read_is_held_to_less() -> None:
    quick = "## Quick read\n\n- Several activities probably reduce discomfort slightly.\n- You can do as you like.\n"
    page = quick + "\n## More\n" + "\nYou can sit down for a bit if you want to." * 20
    ((line, what, _),) = too_hard(read_prose(page))
    assert (line, what) == (3, "The quick read reads at grade 8.4, and 6 is the most.")


def test_a_hard_text_of_few_words_is_stopped_too() -> None:
    assert too_hard(read_prose("Physiotherapists investigate.")) == [
        (1, "The page reads at grade 38.3, and 8 is the most.", "Use shorter sentences and words.")
    ]
