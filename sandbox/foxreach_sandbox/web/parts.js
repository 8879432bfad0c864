// Elements of the pages. Text is always set as text: nothing here reads markup.

export function element(name, attributes, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children.filter((child) => child !== undefined && child !== null));
  return made;
}

export function button(words, work) {
  const made = element("button", { type: "button" }, words);
  made.addEventListener("click", work);
  return made;
}

export function shown(value) {
  if (value === null || value === undefined) return "–";
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

function colour(status) {
  if (typeof status === "string") return "";
  return status !== null && status < 400 ? "good" : "bad";
}

// A table whose rows open to show `detail(row)` as JSON. `opened` remembers the open ones.
export function table(columns, rows, detail, opened) {
  if (!rows.length) return element("p", { class: "quiet" }, "None.");
  const body = element("tbody", {});
  rows.forEach((row, index) => {
    const cells = columns.map((name) => element("td", name === "status" ? { class: colour(row[name]) } : {}, shown(row[name])));
    const line = element("tr", { class: "opens", tabindex: "0" }, ...cells);
    const more = element("tr", { class: "detail" }, element("td", { colspan: String(columns.length) },
      element("pre", {}, JSON.stringify(detail(row), null, 2))));
    const key = row.number ?? row.id ?? index;
    more.hidden = !opened.has(key);
    const toggle = () => { more.hidden = !more.hidden; opened[more.hidden ? "delete" : "add"](key); };
    line.addEventListener("click", toggle);
    line.addEventListener("keydown", (event) => event.key === "Enter" && toggle());
    body.append(line, more);
  });
  const head = element("thead", {}, element("tr", {}, ...columns.map((name) => element("th", {}, name))));
  return element("div", { class: "wide" }, element("table", {}, head, body));
}
