// Reads the document as Redoc does and prints, as JSON, what its page would have of each operation.
// Arguments: the Redoc bundle, the document. A browser is stood in for by objects that take anything: nothing is drawn.
const fs = require("fs");
const vm = require("vm");

const nothing = () => {};
const special = { style: {}, length: 0, childNodes: [], nodeType: 1, [Symbol.toPrimitive]: () => "" };
const element = () =>
  new Proxy(nothing, {
    get: (_, name) => (name in special ? special[name] : element()),
    set: () => true,
    apply: element,
    construct: element,
  });
class Element {
  matches() {
    return false;
  }
}
const all = () => [element()];
const page = { createElement: element, createTextNode: element, querySelector: element, querySelectorAll: all, getElementsByTagName: all };
const listening = { addEventListener: nothing, removeEventListener: nothing };
const place = { href: "http://localhost/", origin: "http://localhost", hash: "", pathname: "/", search: "" };
const browser = {
  ...listening, window: globalThis, self: globalThis, Element, HTMLElement: Element, Node: Element, location: place,
  document: { ...page, ...listening, head: element(), body: element(), documentElement: element(), cookie: "" },
  navigator: { maxTouchPoints: 0, userAgent: "" }, history: { replaceState: nothing, pushState: nothing },
  requestAnimationFrame: nothing, getComputedStyle: () => ({}), matchMedia: () => ({ matches: false }),
  localStorage: { getItem: () => null, setItem: nothing }, Worker: class {},
};
for (const [name, value] of Object.entries(browser)) {
  Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
}

vm.runInThisContext(fs.readFileSync(process.argv[2], "utf8"));
const store = new Redoc.AppStore(JSON.parse(fs.readFileSync(process.argv[3], "utf8")), place.href, { disableSearch: true });

// A schema's fields, their fields and so on: each is resolved only when it is looked at.
const fieldsOf = (schema) => {
  if (!schema) return 0;
  const inner = [...(schema.oneOf || []), ...(schema.items ? [schema.items] : []), ...(schema.fields || []).map((f) => f.schema)];
  return (schema.fields || []).length + inner.reduce((sum, each) => sum + fieldsOf(each), 0);
};
const contentOf = (content) =>
  content ? content.mediaTypes.map((each) => ({ fields: fieldsOf(each.schema), examples: Object.keys(each.examples || {}).length })) : [];
const found = [];
const walk = (item) => {
  if (item.type === "operation") {
    found.push({
      name: item.isWebhook ? item.path || item.name : item.operationId,
      webhook: Boolean(item.isWebhook),
      method: item.httpVerb,
      parameters: item.parameters.map((each) => each.name),
      body: item.requestBody ? contentOf(item.requestBody.content) : [],
      replies: Object.fromEntries(
        item.responses.map((each) => [each.code, { content: contentOf(each.content), headers: each.headers.map((h) => h.name) }]),
      ),
    });
  }
  (item.items || []).forEach(walk);
};
store.menu.items.forEach(walk);
process.stdout.write(JSON.stringify({ version: Redoc.version, title: store.spec.info.title, found }), () => process.exit(0));
