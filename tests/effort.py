"""How much the tests try: all of it, or little where the tests themselves are tested and number alone proves nothing."""

import os

LITTLE = os.environ.get("TEST_EFFORT") == "little"


def tries(number: int) -> int:
    """So many random readers or inputs, or a fiftieth."""
    return max(1, number // 50) if LITTLE else number
