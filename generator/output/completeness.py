"""Checks that the rendered files define everything that the client is made of, and nothing twice. Reads no file.

A template that was removed, or that lost a loop, would otherwise give a client without some of its calls.
"""

from __future__ import annotations

import ast
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import product

from ..api.ir import Api, Operation, Resource
from ..api.modules import SHARED, Modules
from ..api.naming import factory_name
from ..api.public import public_names
from ..diagnostics import Complaint, SpecError

SHOWN = 3  # Names in one message; one fault of a template often has an effect on every operation.
TEMPLATES = "templates/foxreach_client"
MODELS = "templates/models/msgspec.jinja2"
RESTORE = "Restore the template from version control, or write it."

FIXTURES = tuple(
    f"foxreach{each}" for each in ("", "_async", "_faults", "_mock", "_replay", "_replay_async", "_sandbox", "_server")
)

# A name that a file has to define: the path of the file, the class ('' for the module itself) and the name ('': none).
Name = tuple[str, str, str]
Names = dict[str, Counter[str]]  # The names of each scope, and how often a name is defined. '' is the module itself.


def check_complete(api: Api, passed: Iterable[str], tree: Mapping[str, str], models: Modules) -> None:
    """Raise SpecError with a complaint for each template whose output lacks something or cannot be parsed.

    *passed* are the names in `inputs.py`, and *models* has what the templates of classes rendered.
    """
    faults: list[Complaint] = []
    found: dict[str, Names] = {}
    for path in (path for path in tree if path.endswith(".py")):
        try:
            body = ast.parse(tree[path]).body
        except SyntaxError as error:
            file = MODELS if _broken(models, path) else _template(path)
            message = f"line {error.lineno} of the rendered `{path}` is not Python: {error.msg}: {error.text or ''!r}."
            faults.append(_fault(file, message, "Correct the template."))
            continue
        found[path] = _defined(body)
        faults += _repeated(_template(path), path, found[path])
    if not faults:
        faults += _missing(found, [*_needed(api, passed), *_of_models(api, models), *_packages(tree)])
    if faults:  # One fault of a template often spoils every file that it renders.
        raise SpecError({fault.file: fault for fault in reversed(faults)}.values())


def _fault(file: str, message: str, remedy: str) -> Complaint:
    return Complaint(file, 0, 0, "", "template", message, remedy)


def _broken(models: Modules, path: str) -> bool:
    """Return whether what the templates of classes rendered is to blame if the file at *path* cannot be parsed."""
    folder, _, name = path.removesuffix(".py").partition("/")
    classes = models.by_name[name].models.values() if name in models.by_name else ()
    try:
        ast.parse("".join([models.imports, *classes]) if folder == "models" else "")
    except SyntaxError:
        return True
    return False


def _template(path: str) -> str:
    """Return the template of a file."""
    folder, _, name = path.rpartition("/")
    several = {"resources": "[resource].py", "operations": "[resource].py", "models": "[module].py"}
    return f"{TEMPLATES}/{f'{folder}/{several[folder]}' if folder in several and name != '__init__.py' else path}.jinja"


def _defined(body: list[ast.stmt]) -> Names:
    """Return the names that each scope of a module defines or imports."""
    found: Names = defaultdict(Counter)
    for node in _statements(body):
        found[""].update(_names(node))
        if isinstance(node, ast.ClassDef):
            for inner in node.body:
                found[node.name].update(_names(inner))
                if isinstance(inner, ast.FunctionDef) and inner.name == "__init__":
                    for line in inner.body:
                        found[node.name].update(_names(line))
    return found


def _statements(body: list[ast.stmt]) -> Iterator[ast.stmt]:
    """Yield the statements of a module, those below `if TYPE_CHECKING` included."""
    for node in body:
        yield from _statements(node.body) if isinstance(node, ast.If) else (node,)


def _names(node: ast.stmt) -> dict[str, int]:
    """Return the names that a statement binds; 1 if a second one must not bind the name, else 0."""
    match node:
        case ast.FunctionDef() | ast.AsyncFunctionDef() | ast.ClassDef():
            return {node.name: int(not any(_may_repeat(decorator) for decorator in node.decorator_list))}
        case ast.ImportFrom():
            return {alias.asname or alias.name: 0 for alias in node.names}
        case ast.Assign(targets=[target]) | ast.AnnAssign(target=target):
            return {target.id: 0} if isinstance(target, ast.Name) else {getattr(target, "attr", ""): 1}
        case _:
            return {}


def _may_repeat(decorator: ast.expr) -> bool:
    return getattr(decorator, "id", "") == "overload" or getattr(decorator, "attr", "") in ("overload", "setter")


def _repeated(file: str, path: str, names: Names) -> Iterator[Complaint]:
    for scope, counts in names.items():
        twice = [name for name, count in counts.items() if count > 1 and name]
        if twice:
            place = f"`{scope}` of `{path}`" if scope else f"`{path}`"
            message = f"{place} has two definitions of {_listed(twice)}."
            yield _fault(file, message, "Rename the one in the template, or the operation in the spec.")


def _missing(found: Mapping[str, Names], needed: Iterable[Name]) -> Iterator[Complaint]:
    """Yield one complaint for each template whose output lacks names."""
    files: dict[str, list[str]] = defaultdict(list)
    lacking: dict[str, list[str]] = defaultdict(list)
    for path, scope, name in dict.fromkeys(name for name in needed if not _has(found, *name)):
        template = _template(path)
        if path in found:
            lacking[template].append(f"{path}: {scope}.{name}" if scope else f"{path}: {name}")
        elif path not in files[template]:
            files[template].append(path)
    for template, paths in files.items():
        if paths:
            yield _fault(template, f"nothing renders {_listed(paths)}.", RESTORE)
    for template, names in lacking.items():
        file = MODELS if template.endswith("/models/[module].py.jinja") else template
        yield _fault(file, f"the output lacks {_listed(names)}.", "Correct the template.")


def _has(found: Mapping[str, Names], path: str, scope: str, name: str) -> bool:
    return path in found and (not name or name in found[path].get(scope, ()))


def _listed(names: list[str]) -> str:
    more = f" and {len(names) - SHOWN} more" if len(names) > SHOWN else ""
    return ", ".join(f"`{name}`" for name in names[:SHOWN]) + more


def _packages(tree: Mapping[str, str]) -> Iterator[Name]:
    """Yield the `__init__.py` of each folder."""
    for folder in {path.rpartition("/")[0] for path in tree if path.endswith(".py")} - {""}:
        yield f"{folder}/__init__.py", "", ""


def _needed(api: Api, passed: Iterable[str]) -> Iterator[Name]:
    """Yield every name that some generated file has to define."""
    yield from product(["errors.py"], [""], ["BY_STATUS", *(error.name for error in api.errors)])
    yield from product(["inputs.py"], [""], passed)
    yield from product(["testing/factories.py"], [""], (factory_name(struct.name) for struct in api.structs))
    yield from product(["testing/fixtures.py", "testing/__init__.py"], [""], FIXTURES)
    for module, names in public_names(api, []).items():
        yield from product(["__init__.py"], [""], names)
        if module.startswith("."):
            yield from product(["models/__init__.py" if module == ".models" else f"{module[1:]}.py"], [""], names)
    yield from (("differences.py", "", "differences_of"), ("recording.py", "", "recorder"))
    yield from product(["commands.py"], [""], ["COMMANDS", "GROUPS"])
    roots = [resource.attribute for resource in api.resources]
    yield from product(["client.py"], ["FoxReach", "AsyncFoxReach", "FoxReachRaw", "AsyncFoxReachRaw"], roots)
    yield from product(["testing/routes.py"], ["FoxReachMock"], roots)
    for resource in api.all_resources:
        yield from _of_resource(resource)


def _of_models(api: Api, models: Modules) -> Iterator[Name]:
    places = {name: module.name for module in models.by_name.values() for name in module.models}
    names = [*(struct.name for struct in api.structs), *(each.name for each in api.enumerations)]
    paths = {name: f"models/{places.get(name, SHARED)}.py" for name in names}
    yield from ((path, "", name) for name, path in paths.items())
    for struct in api.structs:
        yield from product([paths[struct.name]], [struct.name], (field.name for field in struct.fields))


def _of_resource(resource: Resource) -> Iterator[Name]:
    path, name = f"resources/{resource.module}.py", resource.class_name
    plain = [*(each.name for each in resource.operations), *(child.attribute for child in resource.children)]
    compound = ["upsert" for each in resource.operations if each.upsert]
    compound += [each.bulk.name for each in resource.operations if each.bulk]
    yield from product([path], [f"{name}Resource", f"Async{name}Resource"], [*plain, *compound])
    yield from product([path], [f"{name}Raw", f"Async{name}Raw"], plain)
    yield from product(["testing/routes.py"], [f"{name}Routes"], plain)
    yield from product([f"operations/{resource.module}.py"], [""], _of_operations(resource.operations))


def _of_operations(operations: Iterable[Operation]) -> Iterator[str]:
    for operation in operations:
        constant = operation.function.upper()
        yield from (operation.function, constant)
        yield from [f"{constant}_UPSERT"] if operation.upsert else []
        yield from [f"{constant}_BULK"] if operation.bulk else []
