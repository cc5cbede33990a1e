"use strict";
/* Looks through the list in search-index.js, which is loaded when somebody turns to the search box. Whatever is
   shown goes in as text, never as markup. */
(() => {
  const WAIT = 120, MOST = 40;
  const CJK = "\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}";
  const RUN = new RegExp(`[${CJK}]+`, "gu"), IS_CJK = new RegExp(`^[${CJK}]+$`, "u");
  const NAME = 0, SORTS = ["name", "fact", "article"];
  const root = document.documentElement.dataset.root;
  const form = document.querySelector("form[role=search]");
  const box = form.querySelector("input");
  const found = document.getElementById("found");
  const count = document.getElementById("found-count");
  const list = document.getElementById("found-list");
  let entries = null, timer = 0;

  /* Words in one form: no accents, no capitals, no punctuation; runs of Chinese apart from the rest. */
  const fold = (text) =>
    text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(RUN, " $& ")
      .split(/[^\p{L}\p{N}]+/u).filter(Boolean).join(" ");

  function prepare() {
    entries = window.LANDSCAPE.map(([sort, label, also, page, note]) => {
      const names = [label, ...also].map(fold);
      return { sort, label, also, page, note, names, text: ` ${names.join(" ")} ` };
    });
  }

  function load() {
    if (document.getElementById("landscape")) return;
    const script = document.createElement("script");
    script.id = "landscape";
    script.src = `${root}search-index.js`;
    script.addEventListener("load", () => { prepare(); search(); });
    document.head.append(script);
  }

  const holds = (entry, word) => entry.text.includes(IS_CJK.test(word) ? word : ` ${word}`);

  /* The smaller, the better: a name itself, a name that starts so, a name that holds it, then facts and articles. */
  function rank(entry, wanted) {
    if (entry.sort !== NAME) return 3 + entry.sort;
    if (entry.names.includes(wanted)) return 0;
    return entry.names.some((name) => name.startsWith(wanted)) ? 1 : 2;
  }

  function search() {
    const wanted = fold(box.value);
    found.hidden = !wanted || !entries;
    if (found.hidden || list.dataset.shown === wanted) return;
    list.dataset.shown = wanted;
    const words = wanted.split(" ");
    const hits = entries.filter((entry) => words.every((word) => holds(entry, word)))
      .map((entry) => ({ entry, at: rank(entry, wanted) }));
    hits.sort((a, b) => a.at - b.at);
    list.replaceChildren(...hits.slice(0, MOST).map(({ entry }) => item(entry, otherName(entry, words))));
    count.textContent = hits.length === 0 ? "Nothing goes by these words."
      : hits.length > MOST ? `${hits.length} found, the first ${MOST} shown` : `${hits.length} found`;
  }

  /* The other name by which something was found, where its own does not show why it was. */
  function otherName(entry, words) {
    const at = entry.names.findIndex((name) => words.every((word) => holds({ text: ` ${name} ` }, word)));
    return entry.sort === NAME && at > 0 ? entry.also[at - 1] : "";
  }

  function item(entry, other) {
    const row = document.createElement("li"), link = document.createElement("a");
    const label = document.createElement("span"), note = document.createElement("small");
    link.href = root + entry.page;
    label.textContent = other ? `${entry.label} (${other})` : entry.label;
    note.textContent = [SORTS[entry.sort], entry.note].filter(Boolean).join(", ");
    link.append(label, note);
    row.append(link);
    return row;
  }

  function step(event) {
    const links = [box, ...list.querySelectorAll("a")];
    const at = links.indexOf(document.activeElement);
    if (found.hidden || at < 0) return;
    const to = { ArrowDown: at + 1, ArrowUp: at - 1 }[event.key];
    if (to === undefined || !links[to]) return;
    event.preventDefault();
    links[to].focus();
  }

  box.addEventListener("focus", load);
  box.addEventListener("input", () => { load(); clearTimeout(timer); timer = setTimeout(search, WAIT); });
  form.addEventListener("submit", (event) => {
    const first = list.querySelector("a");
    if (found.hidden || !first) return;
    event.preventDefault();
    first.focus();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !found.hidden) { box.value = ""; search(); box.focus(); }
    else step(event);
  });
  const asked = new URLSearchParams(location.search).get("q");
  if (asked) { box.value = asked; load(); }
})();
