# Generated from spec/spec.yaml by `nox -s generate`. Do not edit: change spec/, templates/ or generator/ instead.
"""The bodies of requests and replies, as msgspec structs. The models of a resource load when one of them is first used."""

TYPE_CHECKING = False  # Type checkers take it for True.

if TYPE_CHECKING:
    from foxreach_runtime.webhooks.delivery import UnknownDelivery as UnknownDelivery

    from ._deliveries import Delivery as Delivery
    from ._deliveries import PetLostDelivery as PetLostDelivery
    from ._deliveries import PetSoldData as PetSoldData
    from ._deliveries import PetSoldDelivery as PetSoldDelivery
    from .pets import CountReply as CountReply
    from .pets import Failure as Failure
else:

    def _modules():
        return {
            "CountReply": ".pets",
            "Failure": ".pets",
            "PetLostDelivery": "._deliveries",
            "PetSoldData": "._deliveries",
            "PetSoldDelivery": "._deliveries",
            "Delivery": "._deliveries",
            "UnknownDelivery": "foxreach_runtime.webhooks.delivery",
        }

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
