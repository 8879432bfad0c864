"use strict";
// A switch between the versions of the site, if it stands in a folder with others: see tools/publish/sites.py. The name
// of its own folder says so; alone, it asks for nothing that is not there.
(() => {
  const root = new URL(document.documentElement.dataset.content_root, location.href);
  const folder = root.pathname.split("/").at(-2);
  const version = DOCUMENTATION_OPTIONS.VERSION;
  if (folder !== version && folder !== "latest") return;

  const place = (name) => new URL(`../${name}/`, root);

  // The same page of the other version; its front page if it has none, or if that cannot be found out.
  async function go(name) {
    const front = new URL("index.html", place(name));
    const same = new URL(location.href.slice(root.href.length), place(name));
    const answer = location.protocol === "file:" ? null : await fetch(same, { method: "HEAD" }).catch(() => null);
    location.assign(answer?.ok ? same : front);
  }

  function show() {
    const known = VERSIONS.versions;
    const select = document.createElement("select");
    select.id = "version";
    select.append(...known.map((each) => new Option(each.version + ("yanked" in each ? " (yanked)" : ""), each.version)));
    select.value = version;
    select.addEventListener("change", () => go(select.value));
    const label = document.createElement("label");
    label.className = "version-switch";
    label.append("Version ", select);
    document.querySelector(".sidebar-brand").after(label);

    const own = known.find((each) => each.version === version);
    if (version === VERSIONS.latest || !own) return;
    const note = document.createElement("p");
    note.className = "version-note";
    note.setAttribute("role", "note");
    note.append(`This page is of version ${version}`, "yanked" in own ? `, which is yanked. ${own.yanked} ` : ". ");
    const link = document.createElement("a");
    link.href = new URL("index.html", place(VERSIONS.latest));
    link.append(`Go to ${VERSIONS.latest}, the latest version.`);
    note.append(link);
    document.querySelector("article").prepend(note);
  }

  const script = document.createElement("script");
  script.src = new URL("../versions.js", root);
  script.addEventListener("load", show);
  document.head.append(script);
})();
