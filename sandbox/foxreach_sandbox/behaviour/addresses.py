"""E-mail addresses, refused in the words of the package email-validator, which FastAPI uses. Pure.

Checks the syntax alone: whether a domain exists or may receive mail is not asked, so that tests can use any name.
"""

import re
import unicodedata

from ..document import Json

BEFORE = re.compile(r"[\w!#$%&'*+\-/=?^`{|}~.\u0080-\U0010FFFF]")
AFTER = re.compile(r"[A-Za-z0-9\-.\u0080-\U0010FFFF]")
DOMAIN = (  # What a domain must not match, in the order of the checks.
    (r"\.$", "An email address cannot end with a period."),
    (r"^\.", "An email address cannot have a period immediately after the @-sign."),
    (r"-$", "An email address cannot end with a hyphen."),
    (r"^-", "An email address cannot have a hyphen immediately after the @-sign."),
    (r"\.\.", "An email address cannot have two periods in a row."),
    (r"\.-|-\.", "An email address cannot have a period and a hyphen next to each other."),
    (r"^[^.]*$", "The part after the @-sign is not valid. It should have a period."),
    (r"[0-9]$", "The part after the @-sign is not valid. It is not within a valid top-level domain."),
)
LONGEST = 254  # Characters: RFC 5321 4.5.3.1.3, without the angle brackets.


def wrong_address(body: Json) -> list[Json]:
    """Return the fault of the field `email` of *body*, if it has one."""
    email = body.get("email")
    reason = wrong_in(email) if isinstance(email, str) else ""
    message = f"value is not a valid email address: {reason}"
    item: Json = {"type": "value_error", "loc": ["body", "email"], "msg": message, "input": email}
    return [{**item, "ctx": {"reason": reason}}] if reason else []


def wrong_in(address: str) -> str:
    """Return what is wrong with *address*, "" if nothing is."""
    local, at, domain = address.partition("@")
    if not at:
        return "An email address must have an @-sign."
    if len(address) > LONGEST:
        return f"The email address is too long ({len(address) - LONGEST} characters too many)."
    if local.startswith("<"):
        return "There can't be anything after the email address."
    return _wrong_before(local) or _wrong_after(domain)


def _wrong_before(local: str) -> str:
    if not local:
        return "There must be something before the @-sign."
    strange = _strange(local, BEFORE)
    if strange:
        return f"The email address contains invalid characters before the @-sign: {strange}."
    if local.endswith("."):
        return "An email address cannot have a period immediately before the @-sign."
    if local.startswith("."):
        return "An email address cannot start with a period."
    return "An email address cannot have two periods in a row." if ".." in local else ""


def _wrong_after(domain: str) -> str:
    if not domain:
        return "There must be something after the @-sign."
    if domain.startswith("["):
        return "A bracketed IP address after the @-sign is not allowed here."
    strange = _strange(domain, AFTER)
    if strange:
        return f"The part after the @-sign contains invalid characters: {strange}."
    return next((message for pattern, message in DOMAIN if re.search(pattern, domain)), "")


def _strange(text: str, allowed: re.Pattern[str]) -> str:
    """Return the characters of *text* that are not allowed, in words."""
    return ", ".join(sorted({_shown(each) for each in text if not allowed.fullmatch(each) or not _printed(each)}))


def _printed(character: str) -> bool:
    return unicodedata.category(character)[0] in "LNPSM"


def _shown(character: str) -> str:
    if character == "\\":
        return '"\\"'
    if _printed(character):
        return repr(character)
    return unicodedata.name(character, f"U+{ord(character):04X}")
