// The page of a sandbox. Values of rows and requests are only ever set as text, so they cannot become markup.
import { element, button, table, shown } from "/web/parts.js";

const KINDS = ["leads", "campaigns", "sequences", "memberships", "templates", "accounts", "threads", "messages", "webhooks"];
const FAULTS = {
  "503": { fault: "status", code: 503 },
  "500 after the work": { fault: "status", code: 500, after_work: true },
  "429": { fault: "status", code: 429, retry_after: 2 },
  "402": { fault: "status", code: 402 },
  "HTML 502": { fault: "html", code: 502 },
  "answer after 3 s": { fault: "delayed", seconds: 3 },
  "close": { fault: "close" },
  "close after the work": { fault: "close", after_work: true },
  "reset": { fault: "reset" },
  "truncated": { fault: "truncated" },
  "silence": { fault: "silence" },
};
const FIRST = ["id", "email", "name", "subject", "url", "status", "category", "fromEmail", "firstName", "lastName", "company"];
const STEPS = { "a minute": 60, "an hour": 3600, "a day": 86400, "a week": 604800 };
const view = document.getElementById("view");
const note = document.getElementById("note");
let tab = location.hash.slice(1) || "requests";
let kind = "leads";
const workspace = document.getElementById("workspace"); // It is empty, and means the first one, before the first state.
let drawn = "";
let operations = [];
const COUNTS = ["1", "2", "3", "10", "all"];
const plan = { operation: "*", count: "1" };
const opened = new Set();

async function ask(path, body, method = body ? "POST" : "GET") {
  const headers = body ? { "Content-Type": "application/json" } : {};
  const answer = await fetch(`/_sandbox/${path}`, { method, headers, body: body && JSON.stringify(body) });
  const content = await answer.json();
  if (!answer.ok) throw new Error(content.detail);
  return content.data;
}

async function act(words, work) {
  try {
    await work();
    say(words, "good");
  } catch (error) {
    say(error.message, "bad");
  }
  drawn = "";
  await refresh();
}

function say(words, kind = "") {
  note.textContent = words;
  note.className = kind;
}

const VIEWS = {
  async requests() {
    const rows = await ask("requests?limit=100");
    return () => table(
      ["status", "method", "path", "operation", "time", "connection"], rows,
      (row) => ({ query: row.query, headers: row.headers, body: row.body }), opened,
    );
  },
  async rows() {
    const rows = await ask(`rows/${kind}?limit=100&${chosen()}`);
    const choice = element("select", { "aria-label": "Kind of rows" }, ...KINDS.map((name) => element("option", {}, name)));
    choice.value = kind;
    choice.addEventListener("change", () => { kind = choice.value; drawn = ""; refresh(); });
    const present = new Set(rows.flatMap((row) => Object.keys(row)));
    const names = [...FIRST.filter((name) => present.delete(name)), ...present].slice(0, 7);
    return () => element("div", {}, element("form", {}, choice, `the newest ${rows.length}`), table(names, rows, (row) => row, opened));
  },
  async deliveries() {
    const { waiting, attempts } = await ask("deliveries");
    return () => element("div", {},
      element("form", {},
        button("Post what is due", () => act("Posted.", () => ask("deliveries", {}))),
        button("Send the next event twice", () => act("The next event is sent twice.", () => ask("deliveries", { duplicate_next: 1 })))),
      element("h2", {}, "Attempts"), table(["status", "attempt", "time", "webhook", "url"], attempts, (row) => row, opened),
      element("h2", {}, "Waiting"), table(["attempt", "due", "webhook", "url"], waiting, (row) => row, opened));
  },
  async faults() {
    const { faults } = await ask("state");
    const where = element("select", { "aria-label": "Operation" }, ...["*", ...operations].map((name) => element("option", {}, name)));
    const count = element("select", { "aria-label": "Number of calls" }, ...COUNTS.map((name) => element("option", {}, name)));
    where.value = plan.operation;
    count.value = plan.count;
    where.addEventListener("change", () => { plan.operation = where.value; });
    count.addEventListener("change", () => { plan.count = count.value; });
    const add = (name) => act(`Planned: ${name}.`, () =>
      ask("faults", { ...FAULTS[name], operation: where.value, count: Number(count.value) || null }));
    return () => element("div", {},
      element("form", {}, "Calls of", where, "how many", count),
      element("form", {}, ...Object.keys(FAULTS).map((name) => button(name, () => add(name)))),
      element("form", {}, element("h2", {}, "Planned"),
        button("Clear", () => act("No faults are planned.", () => ask("faults", undefined, "DELETE")))),
      table(["operation", "left", "share", "fault", "where"], faults, (row) => row, opened));
  },
  async state() {
    const state = await ask(`state?${chosen()}`);
    const numbers = (counts) => element("div", { class: "numbers" },
      ...Object.entries(counts).map(([name, count]) => element("div", {}, element("b", {}, shown(count)), name)));
    return () => element("div", {},
      element("form", {}, element("h2", {}, "Move the clock by"), ...Object.entries(STEPS).map(([name, seconds]) =>
        button(name, () => act(`The clock moved by ${name}.`, () => ask("clock", { advance: seconds }))))),
      element("section", {}, element("h2", {}, "Rows"), numbers(state.rows)),
      element("section", {}, element("h2", {}, "Answers by status"), numbers(state.statuses)),
      element("section", {}, element("h2", {}, "Connections"), numbers(state.connections)),
      element("form", {}, button("Begin anew", () => confirm("Delete all rows and begin with the seed?")
        && act("All is as at the start.", () => ask("reset", {})))));
  },
};

function chosen() {
  return new URLSearchParams({ workspace: workspace.value || "first" });
}

function offer(keys) {
  const names = Object.keys(keys);
  const now = workspace.value || "first";
  if (names.length !== workspace.length) workspace.replaceChildren(...names.map((name) => element("option", { value: name }, name)));
  workspace.value = now;
  document.getElementById("chooser").hidden = names.length < 2;
  document.getElementById("key").textContent = shown(keys[now]);
}

async function refresh() {
  try {
    const [state, draw] = await Promise.all([ask(`state?${chosen()}`), VIEWS[tab]()]);
    document.getElementById("time").textContent = state.time;
    offer(state.workspaces);
    const { time, ...rest } = state;
    const now = JSON.stringify([tab, kind, workspace.value, rest]);
    if (now !== drawn && !view.contains(document.activeElement?.closest("select, input, textarea"))) {
      drawn = now;
      view.replaceChildren(draw());
    }
    document.body.dataset.ready = tab;
    if (note.textContent.startsWith("The sandbox does not answer")) say("");
  } catch (error) {
    say(`The sandbox does not answer: ${error.message}`, "bad");
  }
}

function show(name) {
  tab = name in VIEWS ? name : "requests";
  drawn = "";
  opened.clear();
  for (const each of document.querySelectorAll("#tabs button")) each.setAttribute("aria-pressed", each.textContent === tab);
  refresh();
}

workspace.addEventListener("change", () => { opened.clear(); drawn = ""; refresh(); });
const tabs = document.getElementById("tabs");
tabs.append(...Object.keys(VIEWS).map((name) => button(name, () => { location.hash = name; })));
addEventListener("hashchange", () => show(location.hash.slice(1)));
const about = await ask("about");
document.getElementById("url").textContent = `${location.origin}${about.base}`;
operations = about.operations;
show(tab);
setInterval(() => document.hidden || refresh(), 1000);
