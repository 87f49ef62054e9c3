"""What the calculators about flares share."""

from __future__ import annotations

from enum import StrEnum


class Length(StrEnum):
    """How long a flare has lasted so far."""

    DAYS = "days"
    WEEKS = "weeks"
    LONGER = "longer"


LENGTHS: dict[StrEnum, str] = {
    Length.DAYS: "Less than a week",
    Length.WEEKS: "1 to 2 weeks, or longer but easing",
    Length.LONGER: "More than 2 weeks, and it is not easing",
}
