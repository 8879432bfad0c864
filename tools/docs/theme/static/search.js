"use strict";
// Ranks the pages for a search. Everything is in INDEX (search-index.js); nothing is fetched, so it works from a folder.

const FIELDS = { title: 9, keywords: 7, heading: 4, text: 1 };
const ENDINGS = [
  ["ies", "y"], ["ied", "y"], ["sses", "ss"], ["ations", ""], ["ation", ""], ["ating", ""], ["ated", ""], ["ates", ""], ["ate", ""],
  ["encies", ""], ["ency", ""], ["ence", ""], ["ent", ""], ["ings", ""], ["ing", ""], ["ers", ""], ["er", ""], ["ed", ""], ["es", ""],
  ["s", ""], ["e", ""],
];
const LEAST = { ency: 6, encies: 6, ence: 6, ent: 6, er: 5, ers: 5, ied: 2, ies: 2, s: 2, e: 2, es: 3 }; // letters that stay
const stems = new Map();
const LEFT_OUT = new Set("a an and are be can do does for from how i in is it my of on or the to what when with".split(" ").map(stem));

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
  for (const word of text.match(/[\p{L}\p{N}_]+/gu) ?? []) {
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
  const pages = index.pages.map(([name, title, weight, keywords, sections]) => ({
    name, title, weight,
    fields: { title: words(title), keywords: words(keywords) },
    sections: sections.map(([anchor, heading, text], number) => {
      const fields = { heading: number ? words(heading) : [], text: words(text) };
      return { anchor, heading, text, fields, counts: { heading: count(fields.heading), text: count(fields.text) } };
    }),
  }));
  const spread = new Map(); // in how many pages each word is
  for (const page of pages) {
    page.counts = { title: count(page.fields.title), keywords: count(page.fields.keywords) };
    page.all = new Set([...page.counts.title.keys(), ...page.counts.keywords.keys()]);
    for (const each of page.sections) for (const field of Object.values(each.counts)) for (const word of field.keys()) page.all.add(word);
    for (const word of page.all) spread.set(word, (spread.get(word) ?? 0) + 1);
  }
  return { pages, spread, synonyms: index.synonyms.map((group) => group.map(words)) };
}

// What may stand for each word of the search, with its worth: itself, longer words that begin so, words of one letter other.
function alternatives(word, spread) {
  const found = new Map();
  if (spread.has(word)) found.set(word, 1);
  for (const other of spread.keys()) {
    if (other !== word && word.length > 2 && other.startsWith(word)) found.set(other, spread.has(word) ? 0.25 : 0.7);
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

function rank(ready, query) {
  const all = words(query);
  const telling = all.filter((word) => !LEFT_OUT.has(word));
  const phrase = telling.length ? telling : all;
  const asked = [...new Set(phrase)];
  if (!asked.length) return [];
  const others = ready.synonyms.filter((group) => group.some((each) => phrases(phrase, each))).flat()
    .filter((each) => !phrases(phrase, each));
  const terms = asked.map((word) => alternatives(word, ready.spread));
  const rarity = (word) => Math.log(1 + ready.pages.length / (1 + (ready.spread.get(word) ?? 0)));
  const results = [];
  for (const page of ready.pages) {
    const found = score(page, terms, phrase, others, rarity);
    if (found.score > 0) results.push({ ...found, page, score: found.score * page.weight });
  }
  return results.sort((a, b) => b.score - a.score || (a.page.name < b.page.name ? -1 : 1));
}

function score(page, terms, phrase, others, rarity) {
  const about = part(page, page.fields, page.counts, ["title", "keywords"], terms, phrase, others, rarity);
  const parts = page.sections.map((each) => part(page, each.fields, each.counts, ["heading", "text"], terms, phrase, others, rarity));
  const best = parts.reduce((high, each, index) => (each.score > parts[high].score ? index : high), 0);
  const seen = terms.map((_, index) => Math.max(about.seen[index], ...parts.map((each) => each.seen[index])));
  const coverage = (seen.reduce((sum, each) => sum + each, 0) / terms.length) ** 2;
  const rest = parts.reduce((sum, each) => sum + each.score, 0) - parts[best].score;
  const total = about.score + parts[best].score + 2 * rest / (rest + 20);
  const titled = terms.every((term) => [...term].some(([word, worth]) => worth === 1 && page.counts.title.has(word)));
  const headed = terms.some((term) => [...term].some(([word, worth]) => worth === 1 && page.sections[best].counts.heading.has(word)));
  // A page that is named for it, or counts more by its own words than by those of a section, is opened at its top.
  const section = page.sections[titled || (!headed && about.score > parts[best].score) ? 0 : best];
  return { score: total * Math.max(coverage, about.others || parts[best].others ? 0.3 : 0), section, text: page.sections[best].text };
}

function part(page, fields, counts, names, terms, phrase, others, rarity) {
  const seen = terms.map(() => 0);
  let total = 0, foreign = 0;
  for (const name of names) {
    const damp = name === "text" ? 1 / (1 + fields.text.length / 400) : 1 / (1 + fields[name].length / (name === "keywords" ? 60 : 8));
    terms.forEach((term, index) => {
      let sum = 0;
      for (const [word, worth] of term) {
        const number = counts[name].get(word);
        if (!number) continue;
        sum += worth * number * rarity(word);
        seen[index] = Math.max(seen[index], worth < 0.5 ? 0.5 : 1);
      }
      total += FIELDS[name] * damp * 3 * saturated(sum / 3);
    });
    if (name !== "text" && name !== "keywords" && same(fields[name], phrase)) total += FIELDS[name] * 2;
    if (phrase.length > 1) total += FIELDS[name] * damp * 4 * saturated(phrases(fields[name], phrase));
    for (const other of others) {
      const number = phrases(fields[name], other);
      foreign += number;
      total += FIELDS[name] * damp * 1.2 * saturated(number);
    }
  }
  return { score: total, seen, others: foreign };
}

function looked(query) {
  return new Set(words(query).filter((word) => !LEFT_OUT.has(word)));
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
  return text.split(/([\p{L}\p{N}_]+)/u).map((piece) => {
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
