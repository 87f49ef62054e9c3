"""What an attacker, or a slip, sends a form: hundreds of texts, and a script that sends them from inside the page."""

from collections.abc import Callable, Iterator
from html import escape
from urllib.parse import quote

from tests.allowed_html import ELEMENTS, GLOBAL

TEXTS = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    "<svg><script>alert(1)</script></svg>",
    "<iframe srcdoc='<script>parent.alert(1)</script>'>",
    "<a href=javascript:alert(1)>x</a>",
    "javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "</textarea><script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "--><!--<script>alert(1)//",
    "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
    "<template><img src=x onerror=alert(1)></template>",
    "<form action=javascript:alert(1)><input name=attributes>",
    "<base href=//evil.example/>",
    "<meta http-equiv=refresh content='0;url=//evil.example/'>",
    "<style>*{background:url(//evil.example/)}</style>",
    "\"'><b onmouseover=alert(1)>",
    "' autofocus onfocus=alert(1) x='",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "{{7*7}} ${alert(1)} #{alert(1)} <%= 7*7 %>",
    "%3Cscript%3Ealert(1)%3C/script%3E",
    '=HYPERLINK("javascript:alert(1)")',
    "=cmd|'/c calc'!A1",
    "@SUM(1+1)*cmd|'/c calc'!A1",
    "2026-11-20,1,2,3,4,5,<img src=x onerror=alert(1)>",
    '{"__proto__": {"ok": true}}',
    "__proto__",
    "constructor.prototype",
    "[[calculator: talk-test]] **bold** [x](javascript:alert(1))",
    "1,5",
    "1_000",
    "٣٠٠",
    "nan",
    "1e400",
    "../../../../etc/passwd",
    "'; DROP TABLE answers; --",
    "{0.__class__.__mro__} %s%s%n",
    "\\",
    "a&b=c#d?e",
)
LONG = (
    "1" * 401,
    "a" + "\u0301" * 2_000,
    "[" * 100_000,
    "((((" * 25_000,
    "<b>" * 30_000,
    "A" * 1_000_000,
)
DRESSED: tuple[Callable[[str], str], ...] = (
    lambda text: text,
    lambda text: f'"{text}',
    lambda text: f"'>{text}",
    lambda text: f"</article></p></li></dd>{text}",
    lambda text: text.upper(),
    quote,
    escape,
    lambda text: f"\0{text}\0",
    lambda text: f"\u202e{text}\u2066",
    lambda text: f"\ufeff{text}\u200b\u2028{text}",
    lambda text: f"**{text}**",
    lambda text: f"`${{{text}}}`",
    lambda text: f"={text}",
    lambda text: f"<<{text}>>",
)
PAYLOADS = (*(dress(text) for text in TEXTS for dress in DRESSED), *LONG)

# Bytes that are no text, names no form has, a name twice, and more than any honest link holds.
LINKS = (
    "%",
    "%00",
    "%ff%fe",
    "%E0%A4%A",
    "=",
    "&&&",
    "age",
    "age=50=60",
    "age=50&age=<b>",
    "__proto__=1&age=x",
    "constructor=1",
    "toString=1&hasOwnProperty=2",
    "elements=1&submit=2&action=javascript:alert(1)",
    "signs=<b>&pulse[]=1",
    '{"age": 50}',
    "age=" + "9" * 3_000,
    "age=" + "9" * 1_000_000,
    "/../../#age=50",
    "javascript:alert(1)",
)


def shares(slugs: tuple[str, ...], turn: int) -> Iterator[tuple[str, list[str]]]:
    """Every payload once, shared out among the calculators; another turn gives each calculator others."""
    for place, slug in enumerate(slugs):
        yield slug, list(PAYLOADS[(place + turn) % len(slugs) :: len(slugs)])


# Parts of the form, besides those of a result.
FORM = ("form", "noscript", "fieldset", "legend", "label", "input", "button", "progress", "textarea")
ALLOWED = {name: sorted(attributes | GLOBAL) for name, attributes in ELEMENTS.items()}

SETUP = """([allowed, form]) => {
  const section = document.querySelector(".calculator");
  const all = (part, selector) => [...part.querySelectorAll(selector)];
  const fields = () => all(section, "input[name]:not([type=radio]):not([type=checkbox]), textarea[name]");
  const strange = () => [
    ...all(section, "*").filter(({ localName }) => !(localName in allowed) && !form.includes(localName)),
    ...all(section, ".calculator__result *").filter(
      ({ localName, attributes }) => [...attributes].some(({ name }) => !allowed[localName]?.includes(name)),
    ),
  ].map((element) => element.outerHTML.slice(0, 200));
  const tick = () => new Promise((resolve) => setTimeout(resolve));
  // Where Python answers beside the browser (every_kind.py), what is asked can be counted.
  const { answerHere } = window;
  let open = 0;
  window.answerHere = async (...asked) => {
    open += 1;
    try {
      return await answerHere(...asked);
    } finally {
      open -= 1;
    }
  };
  const settled = async () => {
    do await tick(); while (open);
    await tick();
  };
  const submit = async () => {
    const places = ".calculator__summary > *, .calculator__result > *, .calculator__failure > *";
    const before = all(section, places);
    section.querySelector("form").requestSubmit();
    do await tick(); while (all(section, places).every((part) => before.includes(part)));
  };
  const found = [];
  const check = (way, payload, lost = []) => {
    const wrong = [...strange(), ...lost, section.querySelector(".calculator__failure").textContent].filter(Boolean);
    if (wrong.length) found.push([way, payload.slice(0, 80), ...wrong]);
  };
  const pick = (answers) => {
    for (const box of all(section, "[type=radio], [type=checkbox]")) box.checked = answers[box.name] === box.value;
  };
  Object.assign(window, { section, fields, settled, submit, check, pick, found });
}"""

# In every box, which is refused; and in one box, by turns, where words are said back in the answer.
TYPE = """async ([payloads, answers]) => {
  pick(answers);
  const worded = fields().filter((field) => field.matches(".input--wide"));
  const one = worded.length ? worded : fields();
  for (const [place, payload] of payloads.entries()) {
    const hostile = place % 2 ? [one[(place >> 1) % one.length]] : fields();
    for (const field of fields()) field.value = hostile.includes(field) ? payload : (answers[field.name] ?? "");
    const typed = fields().map((field) => field.value);
    await submit();
    const lost = fields().filter((field, at) => field.value !== typed[at]).map((field) => `${field.name} is lost`);
    check("typed", payload, lost);
  }
  return found.splice(0);
}"""

FOLLOW = """async ([payloads, links, answers]) => {
  const changed = () => new Promise((resolve) => addEventListener("hashchange", resolve, { once: true }));
  const go = async (hash) => {
    const before = location.hash;
    location.hash = hash;
    if (location.hash !== before) await changed();
    await settled();
  };
  for (const link of links) {
    await go(link);
    check("link", link);
  }
  const worded = fields().filter((field) => field.matches(".input--wide")).slice(0, 1);
  for (const payload of payloads) {
    const sent = new URLSearchParams(answers);
    const carriers = worded.length ? worded : fields().slice(0, 3);
    for (const { name } of carriers) sent.set(name, payload.slice(0, 500));
    await go(sent.toString());
    const lost = carriers.filter(({ value }) => payload.trim() && !value).map(({ name }) => `${name} is lost`);
    check("link", payload, lost);
  }
  return found.splice(0);
}"""

KEEP = """async (payloads) => {
  const { SavedAnswers } = await ownScript("saved-answers.js");
  const { fill } = await ownScript("answers.js");
  const form = section.querySelector("form");
  const key = `baseline:${section.dataset.calculator}`;
  for (const payload of payloads) {
    const answers = new URLSearchParams(fields().map(({ name }) => [name, payload.slice(0, 300)])).toString();
    for (const kept of [
      payload,
      JSON.stringify({ until: payload, answers }),
      JSON.stringify({ until: "2099-01-01", answers: payload }),
      JSON.stringify({ [payload]: payload, until: { toString: payload }, answers }),
    ]) {
      localStorage.setItem(key, kept);
      new SavedAnswers(section).offer((found) => fill(form, found));
      section.querySelector(".calculator__saved button")?.click();
      check("kept", kept, section.querySelector(".calculator__saved p, form") ? [] : ["nothing is said"]);
      for (const box of section.querySelectorAll(".calculator__saved")) box.remove();
    }
    localStorage.clear();
  }
  return found.splice(0);
}"""

IMPORT = """async (payloads) => {
  const [log, input, said] = ["[data-head]", ".log__file", ".log__said"].map((part) => section.querySelector(part));
  const honest = "2026-11-20,1,2,3,4,5,6";
  const ways = [
    (payload) => payload,
    (payload) => `${log.dataset.head}\\r\\n${honest}\\r\\n"${payload}",1,2,3,4,5,6\\r\\n`,
    (payload) => `2026-11-21;1;2;3;${payload};5;6\\r${honest}`,
  ];
  log.value = honest;
  for (const [place, payload] of payloads.entries()) {
    const text = ways[place % ways.length](payload);
    const files = new DataTransfer();
    files.items.add(new File([text], "log.csv"));
    input.files = files.files;
    const before = said.firstChild;
    input.dispatchEvent(new Event("change"));
    do await settled(); while (said.firstChild === before || said.textContent === "Checking.");
    const lost = log.value.split("\\n").includes(honest) ? [] : ["the honest line is lost"];
    check("file", text, said.textContent ? lost : [...lost, "nothing is said"]);
  }
  return found.splice(0);
}"""
