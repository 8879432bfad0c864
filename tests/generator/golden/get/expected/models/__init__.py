# Generated from spec/spec.yaml by `nox -s generate`. Do not edit: change spec/, templates/ or generator/ instead.
"""The bodies of requests and replies, as msgspec structs. The models of a resource load when one of them is first used."""

TYPE_CHECKING = False  # Type checkers take it for True.

if TYPE_CHECKING:
    from .pets import Failure as Failure
    from .pets import Pet as Pet
    from .pets import PetReply as PetReply
else:

    def _modules():
        return {"Pet": ".pets", "PetReply": ".pets", "Failure": ".pets"}

    def __getattr__(name):
        """Return the model, loading its module the first time."""
        module = _modules().get(name)
        if module is None:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from importlib import import_module

        from foxreach_runtime.fork import importing

        with importing():
            value = globals()[name] = getattr(import_module(module, __name__), name)
        return value

    def __dir__():
        return sorted({*globals(), *_modules()})
