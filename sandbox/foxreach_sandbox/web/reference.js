// The reference of the API, rendered from openapi.json. Text of the document is only ever set as text.
import { element } from "/web/parts.js";

const METHODS = ["get", "post", "patch", "put", "delete"];
const api = await (await fetch("/openapi.json")).json();
const resolved = (node) => (node?.$ref ? resolved(node.$ref.slice(2).split("/").reduce((found, key) =>
  found[key.replaceAll("~1", "/").replaceAll("~0", "~")], api)) : node ?? {});
const nameOf = (schema) => schema?.$ref?.split("/").pop();

function kind(schema) {
  const found = resolved(schema);
  const options = found.anyOf ?? found.oneOf;
  if (options) return options.map(kind).join(" or ");
  if (found.enum) return found.enum.join(", ");
  const names = [found.type ?? "any"].flat().map((name) => (name === "array" ? `list of ${kind(found.items)}` : name));
  return nameOf(schema) ?? names.join(" or ") + (found.format ? ` (${found.format})` : "");
}

function bounds(found) {
  const known = ["minimum", "maximum", "minLength", "maxLength", "minItems", "maxItems", "default"];
  return known.filter((name) => name in found).map((name) => `${name} ${found[name]}`);
}

function fields(pairs) {
  return element("dl", {}, ...pairs.flatMap(([name, schema, required, words]) => {
    const found = resolved(schema);
    const about = [required ? "required" : "", kind(schema), ...bounds(found)].filter(Boolean).join(" · ");
    return [element("dt", {}, name), element("dd", {}, about, element("div", { class: "quiet" }, words ?? schema.description ?? found.description ?? ""))];
  }));
}

function properties(schema) {
  const found = resolved(schema);
  return fields(Object.entries(found.properties ?? {}).map(([name, each]) => [name, each, found.required?.includes(name)]));
}

function example(media) {
  const found = media?.example ?? Object.values(media?.examples ?? {})[0]?.value;
  return found === undefined ? "" : element("pre", {}, JSON.stringify(found, null, 2));
}

function part(title, ...content) {
  return element("section", {}, element("h2", {}, title), ...content);
}

function detail(path, item, operation) {
  const parameters = [...(item.parameters ?? []), ...(operation.parameters ?? [])].map(resolved);
  const body = resolved(operation.requestBody).content?.["application/json"];
  const replies = Object.entries(operation.responses).map(([status, each]) => [status, resolved(each)]);
  return [
    operation.description ? element("p", {}, operation.description) : "",
    parameters.length ? part("Parameters", fields(parameters.map((each) =>
      [`${each.name} (${each.in})`, each.schema, each.required, each.description]))) : "",
    body ? part(`Body: ${nameOf(body.schema) ?? ""}`, properties(body.schema), example(body)) : "",
    part("Answers", ...replies.map(([status, reply]) => element("details", {},
      element("summary", {}, element("b", {}, status), ` ${reply.description ?? ""}`),
      reply.content?.["application/json"] ? properties(reply.content["application/json"].schema) : "",
      example(reply.content?.["application/json"])))),
  ];
}

const entries = Object.entries(api.paths).flatMap(([path, item]) =>
  METHODS.filter((method) => item[method]).map((method) => {
    const operation = item[method];
    const id = operation.operationId;
    const entry = element("details", { id }, element("summary", {}, element("span", { class: "method" }, method.toUpperCase()),
      element("code", {}, path), " ", element("b", {}, id), ` ${operation.summary ?? ""}`));
    entry.addEventListener("toggle", () => entry.childElementCount === 1 && entry.append(...detail(path, item, operation)));
    const body = resolved(operation.requestBody).content?.["application/json"];
    const names = [...(operation.parameters ?? [])].map((each) => resolved(each).name).concat(Object.keys(resolved(body?.schema).properties ?? {}));
    const words = [method, path, id, operation.summary, operation.description, ...names, ...Object.keys(operation.responses)].join(" ");
    return { entry, words: words.toLowerCase() };
  }));

function search(text) {
  const wanted = text.toLowerCase().split(/\s+/).filter(Boolean);
  let found = 0;
  for (const each of entries) {
    each.entry.hidden = !wanted.every((word) => each.words.includes(word));
    found += each.entry.hidden ? 0 : 1;
  }
  document.getElementById("count").textContent = `${found} of ${entries.length} operations, version ${api.info.version}`;
}

document.getElementById("operations").append(...entries.map((each) => each.entry));
const field = document.getElementById("search");
field.addEventListener("input", () => search(field.value));
search("");
const asked = document.getElementById(decodeURIComponent(location.hash.slice(1)));
if (asked) { asked.open = true; asked.scrollIntoView(); }
document.body.dataset.ready = "reference";
