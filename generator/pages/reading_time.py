"""How long a page takes to read, for readers who are tired: computed, never typed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.prose.prose import Prose

WORDS_A_MINUTE = 150  # our own choice: a slow pace, for a tired reader


@dataclass(frozen=True)
class ReadingTime:
    """Whole minutes, at least 1.

    Attributes:
        quick: For the quick read; 0 if there is none.
        whole: For the whole page with its quick read, tables and headings, but no calculator; 0 if it has no words.
    """

    quick: int
    whole: int


def reading_time(prose: Prose) -> ReadingTime:
    """How long a page takes to read."""
    return ReadingTime(_minutes(prose.quick_words), _minutes(prose.words))


def _minutes(words: int) -> int:
    return max(1, round(words / WORDS_A_MINUTE)) if words else 0
