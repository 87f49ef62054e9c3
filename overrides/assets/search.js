// Search in the index that the theme's search plugin writes. Loaded, with the index, when a reader first opens search.

const SHOWN = 12;
// What readers say, and what the pages say.
const ALIKE = [
  ["flare", "worse", "setback", "relapse"],
  ["move", "moving", "movement", "exercise", "activity", "walk"],
  ["tired", "fatigue", "exhausted"],
  ["pulse", "heart", "beats"],
  ["pace", "pacing", "planner", "build"],
  ["scan", "mri", "xray", "disc"],
];

let started;

/** Open for typing; the index is fetched once. */
export async function start(dialog, root) {
  started ??= prepare(dialog, root);
  await started;
}

async function prepare(dialog, root) {
  const words = dialog.querySelector("input");
  const status = dialog.querySelector("[role=status]");
  const list = dialog.querySelector("ol");
  let entries = [];
  const run = () => {
    const wanted = tokens(words.value);
    const found = wanted.length ? rank(entries, wanted) : [];
    list.replaceChildren(...found.slice(0, SHOWN).map((entry) => item(entry, wanted, root)));
    status.textContent = verdict(words.value.trim(), found.length);
  };
  let timer;
  words.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(run, 250);
  });
  dialog.querySelector("form").addEventListener("submit", (event) => {
    event.preventDefault();
    run();
  });
  status.textContent = "Getting the list of pages.";
  try {
    const answer = await fetch(`${root}/search/search_index.json`);
    if (!answer.ok) throw new Error(String(answer.status));
    entries = named((await answer.json()).docs.map(entryOf));
    run();
  } catch {
    started = undefined;
    status.textContent = "Search could not load. Check your connection, close this box and open it again.";
  }
}

function entryOf({ location, title, text }) {
  const plain = new DOMParser().parseFromString(text ?? "", "text/html").body.textContent.replace(/\s+/g, " ").trim();
  const name = new DOMParser().parseFromString(title, "text/html").body.textContent;
  const [page, part] = location.split("#");
  return { location, page, part, title: name, text: plain, titleWords: tokens(name), textWords: new Set(tokens(plain)) };
}

// The index has an entry for each page and each heading on it; a heading alone ("Quick read") does not say where it is.
function named(entries) {
  const titles = new Map(entries.filter((entry) => !entry.part).map((entry) => [entry.page, entry.title]));
  return entries.map((entry) => ({ ...entry, pageTitle: titles.get(entry.page) ?? entry.title }));
}

function tokens(text) {
  return (text.toLowerCase().normalize("NFKD").match(/[a-z0-9]+/g) ?? []).filter((word) => word.length > 1).map(stem);
}

// Enough of English for "flares" to find "flare" and "walking" to find "walk".
function stem(word) {
  return word.length > 5 ? word.replace(/(ing|ed|es|s)$/, "") : word.replace(/([^s])s$/, "$1");
}

/** The best place on each page that has every word, best page first. */
function rank(entries, wanted) {
  const best = new Map();
  for (const entry of entries) {
    const found = { ...entry, score: score(entry, wanted) };
    if (found.score > (best.get(entry.page)?.score ?? 0)) best.set(entry.page, found);
  }
  return [...best.values()].sort((one, other) => other.score - one.score);
}

function score(entry, wanted) {
  let sum = 0;
  for (const word of wanted) {
    const alike = ALIKE.find((group) => group.map(stem).includes(word))?.map(stem) ?? [];
    const best = Math.max(wordScore(entry, word), ...alike.map((other) => wordScore(entry, other) / 2));
    if (best === 0) return 0;
    sum += best;
  }
  return sum;
}

function wordScore(entry, word) {
  if (entry.titleWords.includes(word)) return 10;
  if (entry.titleWords.some((other) => other.startsWith(word))) return 7;
  if (entry.textWords.has(word)) return 3;
  if ([...entry.textWords].some((other) => other.startsWith(word))) return 2;
  return word.length > 4 && [...entry.titleWords, ...entry.textWords].some((other) => oneSlip(word, other)) ? 1 : 0;
}

// One letter missing, added or changed: a typing slip by sore hands.
function oneSlip(word, other) {
  if (Math.abs(word.length - other.length) > 1) return false;
  let at = 0;
  while (at < word.length && word[at] === other[at]) at += 1;
  const [rest, otherRest] = [word.slice(at), other.slice(at)];
  return rest.slice(1) === otherRest.slice(1) || rest.slice(1) === otherRest || rest === otherRest.slice(1);
}

function item(entry, wanted, root) {
  const line = document.createElement("li");
  const link = document.createElement("a");
  link.href = `${root}/${entry.location}`;
  link.textContent = entry.pageTitle;
  const text = document.createElement("p");
  text.textContent = `${entry.part ? `${entry.title}: ` : ""}${excerpt(entry.text, wanted)}`;
  line.append(link, text);
  return line;
}

function excerpt(text, wanted) {
  const at = Math.max(0, ...wanted.map((word) => text.toLowerCase().indexOf(word)));
  const from = at < 60 ? 0 : text.indexOf(" ", at - 60) + 1;
  return `${from ? "… " : ""}${text.slice(from, from + 150)}${text.length > from + 150 ? " …" : ""}`;
}

function verdict(asked, count) {
  if (!asked) return "";
  if (count === 0) return `Nothing found for “${asked}”. Try one plain word, such as “walking” or “flare”.`;
  return count === 1 ? "1 result" : count > SHOWN ? `The best ${SHOWN} of ${count} results` : `${count} results`;
}
