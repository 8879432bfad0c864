"use strict";
// Ranks the pages for a search. Everything is in INDEX (search-index.js); nothing is fetched, so it works from a folder.

const FIELDS = { title: 9, keywords: 7, heading: 4, text: 1 };
const LENGTHS = { title: 8, keywords: 60, heading: 8, text: 400 }; // A word counts half in a field so many words long.
const SYNONYM = 0.7, KEYWORD = 0.8, SUMMARY = 30; // worth of a word of the same meaning, of a reader's word, of an operation's line
const ENDINGS = [
  ["ies", "y"], ["ied", "y"], ["sses", "ss"], ["ations", ""], ["ation", ""], ["ating", ""], ["ated", ""], ["ates", ""], ["ate", ""],
  ["encies", ""], ["ency", ""], ["ence", ""], ["ent", ""], ["ings", ""], ["ing", ""], ["ers", ""], ["er", ""], ["ed", ""], ["es", ""],
  ["s", ""], ["e", ""],
];
const LEAST = { ency: 6, encies: 6, ence: 6, ent: 6, er: 5, ers: 5, ied: 2, ies: 2, s: 2, e: 2, es: 3 }; // letters that stay
const stems = new Map();
const LEFT_OUT = new Set((
  "a about all an and any are as at be behind by can could do does for from has have how i if in into is it its like make me " +
  "my of on or please should so some that the their them there they this to usage use using versus vs want was way we what " +
  "when where which who why will with would you your"
).split(" "));
const IN_QUESTIONS = new Set("find get know need put see set".split(" ")); // left out where the search asks a question: "how do I set ..."
const LEAST_FIT = 0.5; // How much of the search a page has to have, by the rarity of the words.

function stem(word) {
  if (!stems.has(word)) stems.set(word, cut(word));
  return stems.get(word);
}

function cut(word) {
  if (word.length < 4 || /\d/.test(word) || word.endsWith("ss") || word.endsWith("us")) return word;
  for (const [ending, instead] of ENDINGS) {
    if (!word.endsWith(ending) || word.length - ending.length < (LEAST[ending] ?? 3)) continue;
    const rest = word.slice(0, -ending.length) + instead;
    return ending !== "s" && /([bdglmnprt])\1$/.test(rest) ? rest.slice(0, -1) : ending === "s" ? cut(rest) : rest;
  }
  return word;
}

// The stems of a text; a name such as RetryPolicy or retry_policy is there whole and in its parts.
function words(text) {
  const found = [];
  for (const word of text.replace(/\be-mail/giu, "email").match(/[\p{L}\p{N}_]+/gu) ?? []) {
    const parts = word.split(/_+|(?<=[\p{Ll}\d])(?=\p{Lu})/u).filter(Boolean);
    found.push(...parts.map((part) => stem(part.toLowerCase())));
    if (parts.length > 1) found.push(stem(word.toLowerCase()));
  }
  return found;
}

function count(list) {
  const counts = new Map();
  for (const word of list) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

function prepare(index) {
  const spread = new Map(); // in how many pages each word is
  const pages = index.pages.map(([name, title, weight, keywords, sections]) => {
    const about = { title: words(title), keywords: words(keywords) };
    const page = {
      name, title, weight, fields: about, counts: { title: count(about.title), keywords: count(about.keywords) },
      sections: sections.map(([anchor, heading, text, summary], number) => {
        const fields = { heading: words(`${number ? heading : ""} ${summary ?? ""}`), text: words(text) };
        return { anchor, heading, text, summary: telling(summary ?? ""), fields, counts: { heading: count(fields.heading), text: count(fields.text) } };
      }),
    };
    const all = new Set([...page.counts.title.keys(), ...page.counts.keywords.keys()]);
    for (const each of page.sections) for (const field of Object.values(each.counts)) for (const word of field.keys()) all.add(word);
    for (const word of all) spread.set(word, (spread.get(word) ?? 0) + 1);
    return page;
  });
  return { pages, spread, synonyms: index.synonyms.map(([equal, found = []]) => [equal.map(words), [...equal, ...found].map(words)]) };
}

// The stems of the words of a search that tell what it is about; all of them where none does.
function telling(query) {
  const asks = /^\W*(how|what|where|can|do|does|why|when|which|is)\b/iu.test(query);
  const kept = query.split(/[^\p{L}\p{N}_-]+/u).filter((word) => !LEFT_OUT.has(word.toLowerCase()))
    .filter((word) => !asks || !IN_QUESTIONS.has(word.toLowerCase()));
  const found = words(kept.join(" "));
  return found.length ? found : words(query);
}

// What may stand for each word of the search, with its worth: itself, longer words that begin so, words of one letter other.
function alternatives(word, spread) {
  const found = new Map();
  if (spread.has(word)) found.set(word, 1);
  for (const other of spread.keys()) {
    if (other === word || word.length < 3 || !other.startsWith(word)) continue;
    found.set(other, spread.has(word) ? 0.25 : word.length > 4 ? 0.7 : 0.7 * word.length / other.length);
  }
  if (!found.size && word.length > 3) for (const other of spread.keys()) if (near(word, other)) found.set(other, 0.5);
  return found;
}

function near(one, two) {
  if (Math.abs(one.length - two.length) > 1) return false;
  let start = 0;
  while (start < one.length && one[start] === two[start]) start++;
  let left = one.slice(start), right = two.slice(start);
  while (left && right && left.at(-1) === right.at(-1)) [left, right] = [left.slice(0, -1), right.slice(0, -1)];
  return left.length <= 1 && right.length <= 1 || left.length === 2 && left === [...right].reverse().join("");
}

// How often a phrase stands in a list of words, one word after the other.
function phrases(list, phrase) {
  let found = 0;
  for (let at = list.indexOf(phrase[0]); at >= 0; at = list.indexOf(phrase[0], at + 1)) {
    if (phrase.every((word, index) => list[at + index] === word)) found++;
  }
  return found;
}

function same(one, two) {
  return one.length === two.length && one.every((word, index) => word === two[index]);
}

function saturated(number) {
  return number / (number + 1.5);
}

// The words of a search: for each its stem, what may stand for it, the phrases of the same meaning, and how rare it is.
function understand(ready, phrase) {
  const rarity = (word) => Math.log(1 + ready.pages.length / (1 + (ready.spread.get(word) ?? 0)));
  const terms = [...new Set(phrase)].map((word) => ({ word, worth: alternatives(word, ready.spread), phrases: [], rarity: rarity(word) }));
  for (const [equal, found] of ready.synonyms) {
    for (const one of equal.filter((each) => phrases(phrase, each))) {
      for (const other of found.filter((each) => !phrases(phrase, each))) {
        for (const term of terms.filter((each) => one.includes(each.word))) {
          if (other.length > 1) term.phrases.push(other);
          else term.worth.set(other[0], Math.max(SYNONYM, term.worth.get(other[0]) ?? 0));
        }
      }
    }
  }
  return { terms, phrase, rarity };
}

function rank(ready, query) {
  const phrase = telling(query);
  if (!phrase.length) return [];
  const asked = understand(ready, phrase);
  const results = ready.pages.map((page) => ({ ...score(page, asked), page })).filter((each) => each.score > 0 && each.fit >= LEAST_FIT);
  return results.sort((a, b) => b.score - a.score || (a.page.name < b.page.name ? -1 : 1));
}

function score(page, asked) {
  const about = part(page, ["title"], asked);
  const hidden = part(page, ["keywords"], asked); // words that readers use and the page may not
  const parts = page.sections.map((each) => part(each, ["heading", "text"], asked));
  const whole = asked.terms.map((_, index) => Math.max(about.seen[index], ...parts.map((each) => each.seen[index])));
  const answers = fit(whole, asked); // how much of the search the page itself has
  const known = whole.map((each, index) => Math.max(each, KEYWORD * hidden.seen[index]));
  const base = about.score + hidden.score * (0.5 + 0.5 * answers);
  const scores = parts.map((each, index) => {
    const together = fit(each.seen.map((one, at) => Math.max(one, about.seen[at], KEYWORD * hidden.seen[at] * (whole[at] ? 1 : 0.8))), asked);
    return (base + each.score + summarised(page.sections[index].summary, asked)) * (0.3 + 0.7 * together ** 3);
  });
  const best = scores.reduce((high, each, index) => (each > scores[high] ? index : high), 0);
  const rest = parts.reduce((sum, each) => sum + each.score, 0) - parts[best].score;
  const titled = asked.terms.every((term) => page.counts.title.has(term.word));
  const headed = asked.terms.some((term) => page.sections[best].counts.heading.has(term.word));
  const complete = fit(parts[best].seen, asked) > 0.99;
  // A page that is named for it, or counts more by its own words than by those of a section, is opened at its top.
  const section = page.sections[titled || (!headed && !complete && base > parts[best].score) ? 0 : best];
  const total = (scores[best] + 2 * rest / (rest + 20)) * page.weight * fit(known, asked) ** 2;
  return { score: total, fit: fit(known, asked), section, text: page.sections[best].text };
}

// How much of the search was seen: rare words count more.
function fit(seen, { terms }) {
  const all = terms.reduce((sum, term) => sum + Math.sqrt(term.rarity), 0);
  return terms.reduce((sum, term, index) => sum + Math.sqrt(term.rarity) * seen[index], 0) / all;
}

// An operation is one line ("Pause a campaign"): the more it and the search are the same, the better.
function summarised(summary, { terms }) {
  if (!summary.length) return 0;
  const worth = (term) => Math.max(
    0, ...summary.map((word) => term.worth.get(word) ?? 0), ...term.phrases.map((each) => (phrases(summary, each) ? SYNONYM : 0)),
  );
  const asked = fit(terms.map(worth), { terms });
  const own = new Set(summary);
  const said = [...own].reduce((sum, word) => {
    if (terms.some((term) => term.worth.get(word) === 1)) return sum + 1;
    return sum + (terms.some((term) => term.worth.has(word) || term.phrases.flat().includes(word)) ? 0.95 : 0);
  }, 0);
  return SUMMARY * asked ** 2 * said / own.size * (asked === 1 && said === own.size ? 1.5 : 1); // 1.5: the very line
}

function part({ fields, counts }, names, { terms, phrase, rarity }) {
  const seen = terms.map(() => 0);
  let total = 0;
  for (const name of names) {
    const damp = 1 / (1 + fields[name].length / LENGTHS[name]);
    terms.forEach((term, index) => {
      let sum = 0;
      for (const [word, worth] of term.worth) {
        const number = counts[name].get(word);
        if (!number) continue;
        sum += worth * number * rarity(word);
        seen[index] = Math.max(seen[index], worth === 0.25 ? 0.5 : worth);
      }
      for (const other of term.phrases) {
        const number = phrases(fields[name], other);
        if (!number) continue;
        sum += SYNONYM * number * term.rarity;
        seen[index] = Math.max(seen[index], SYNONYM);
      }
      total += FIELDS[name] * damp * 3 * saturated(sum / 3);
    });
    if ((name === "title" || name === "heading") && same(fields[name], phrase)) total += FIELDS[name] * 2;
    if (phrase.length > 1) total += FIELDS[name] * damp * 4 * saturated(phrases(fields[name], phrase));
  }
  return { score: total, seen };
}

function looked(query) {
  return new Set(telling(query));
}

// A piece of the text of a section around the first place where most of the words stand.
function extract(text, query) {
  const wanted = looked(query);
  const pieces = text.replace(/([^.:;!?])\n/g, "$1 ·\n").split(/\n|(?<=[.:;!?])\s+/);
  const worth = pieces.map((piece) => new Set(words(piece).filter((word) => wanted.has(word))).size);
  const start = worth.indexOf(Math.max(...worth));
  const shown = pieces.slice(start).join(" ");
  return shown.length > 220 ? `${shown.slice(0, 220).replace(/\s+\S*$/, "")} …` : shown;
}

function marked(text, query) {
  const wanted = looked(query);
  return text.split(/(e-mail\p{L}*|[\p{L}\p{N}_]+)/iu).map((piece) => {
    if (!words(piece).some((word) => wanted.has(word))) return piece;
    const mark = document.createElement("mark");
    mark.textContent = piece;
    return mark;
  });
}

function line({ page, section, text }, query) {
  const item = document.createElement("li");
  const link = document.createElement("a");
  const top = section === page.sections[0];
  link.href = `${page.name}.html${top ? "" : `#${section.anchor}`}`;
  link.append(...marked(page.title, query), ...(top ? [] : [" › ", ...marked(section.heading, query)]));
  const piece = document.createElement("p");
  piece.append(...marked(extract(text, query), query));
  item.append(link, piece);
  return item;
}

if (typeof document !== "undefined") {
  const box = document.getElementById("search-words");
  const output = document.getElementById("search-results");
  const said = document.getElementById("search-count");
  let ready;
  const show = () => {
    const query = box.value.trim();
    ready ??= prepare(INDEX);
    const found = rank(ready, query);
    const best = found.filter((each) => each.score > found[0].score / 20).slice(0, 20);
    output.replaceChildren(...best.map((each) => line(each, query)));
    const number = best.length === 1 ? "1 page" : `${best.length} pages`;
    said.textContent = !query ? "" : best.length ? `${number} found, the best first.` : "Nothing found. Try fewer or other words.";
  };
  box.value = new URLSearchParams(location.search).get("q") ?? "";
  document.querySelector(".sidebar-search").value = box.value;
  box.addEventListener("input", show);
  box.focus();
  show();
}
