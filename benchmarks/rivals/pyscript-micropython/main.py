"""The talk test's sums alone: the calculators themselves need more of Python than MicroPython has."""

from pyscript import document

AGE, RESTING = 50, 70
DOUBT = 2117
MAXIMUM = {"220 minus age": 22000 - 100 * AGE, "Tanaka": 20800 - 70 * AGE, "Nes": 21100 - 64 * AGE}


def share(maximum: int, percent: int, rest: int = 0) -> int:
    """Per cent of what lies between rest and maximum, halves rounded up."""
    return ((maximum - 100 * rest) * percent + 10_000 * rest + 5_000) // 10_000


def span(low: int, high: int) -> str:
    """A range in words."""
    return f"{low} to {high}"


def spread(low: int, high: int, rest: int = 0) -> str:
    """From the lowest to the highest of all formulas."""
    maximums = MAXIMUM.values()
    return span(min(share(each, low, rest) for each in maximums), max(share(each, high, rest) for each in maximums))


rows = []
for name, maximum in MAXIMUM.items():
    doubt = span(share(maximum - DOUBT, 64), share(maximum + DOUBT, 76))
    rows.append((f"64 to 76% of {name}", span(share(maximum, 64), share(maximum, 76)), doubt))
for low, high in ((50, 70), (60, 75)):
    maximum = MAXIMUM["220 minus age"]
    rows.append((f"{span(low, high)}% of 220 minus age", span(share(maximum, low), share(maximum, high))))
own = span(share(MAXIMUM["Tanaka"], 40, RESTING), share(MAXIMUM["Tanaka"], 59, RESTING))
rows += [("Using your resting pulse", own, spread(40, 59, RESTING)), ("By all formulas", spread(64, 76))]

cells = ["".join(f"<td>{cell}</td>" for cell in row) for row in rows]
document.querySelector(".calculator__result").innerHTML = (
    "<table>" + "".join(f"<tr>{row}</tr>" for row in cells) + "</table>"
)
