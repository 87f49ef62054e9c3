// The talk test's sums alone, in plain JavaScript: what a page would cost that needs no Python.

const [AGE, RESTING] = [50, 70];
const DOUBT = 2117;
const MAXIMUM = { "220 minus age": 22_000 - 100 * AGE, Tanaka: 20_800 - 70 * AGE, Nes: 21_100 - 64 * AGE };

const share = (maximum, percent, rest = 0) =>
  Math.floor(((maximum - 100 * rest) * percent + 10_000 * rest + 5_000) / 10_000);
const span = (low, high) => `${low} to ${high}`;

const maximums = Object.values(MAXIMUM);
const spread = (low, high, rest) =>
  span(Math.min(...maximums.map((each) => share(each, low, rest))), Math.max(...maximums.map((each) => share(each, high, rest))));

const rows = Object.entries(MAXIMUM).map(([name, maximum]) => [
  `64 to 76% of ${name}`,
  span(share(maximum, 64), share(maximum, 76)),
  span(share(maximum - DOUBT, 64), share(maximum + DOUBT, 76)),
]);
for (const [low, high] of [
  [50, 70],
  [60, 75],
]) {
  const maximum = MAXIMUM["220 minus age"];
  rows.push([`${span(low, high)}% of 220 minus age`, span(share(maximum, low), share(maximum, high))]);
}
const own = span(share(MAXIMUM.Tanaka, 40, RESTING), share(MAXIMUM.Tanaka, 59, RESTING));
rows.push(["Using your resting pulse", own, spread(40, 59, RESTING)], ["By all formulas", spread(64, 76)]);

const table = rows.map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join("")}</tr>`).join("");
globalThis.document.querySelector(".calculator__result").innerHTML = `<table>${table}</table>`;
