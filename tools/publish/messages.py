"""What went wrong and what to do about it, in words. No credential gets into any of them."""

from collections.abc import Iterable
from urllib.parse import urlsplit

import requests

LONGEST = 200  # How much of the server's own words is repeated.
REMEDIES = {
    400: "If it says that the file exists, the index does not show it: check --index-url.",
    401: "The index wants other credentials: check TWINE_USERNAME and TWINE_PASSWORD, .pypirc or the keyring.",
    403: "The index knows you and does not let you upload here, or the password is wrong: check both, and whether your "
    "account may write to this repository.",
    404: "There is no repository at this address: compare it with the URL shapes in docs/publishing.md.",
    405: "The address takes no uploads: compare it with the URL shapes in docs/publishing.md.",
    409: "The index has other content under this name and keeps it: a version is published once. Release the next one.",
    413: "The index, or a proxy before it, takes no file of this size: raise its limit (nginx: client_max_body_size).",
}
SERVER = "The index failed. Publish again once it has recovered: what is there already is not sent again."


class PublishError(Exception):
    """Nothing more is sent; the message says why and what to do."""


def shown(url: str) -> str:
    """Return *url* without what could be secret: user, password, query."""
    parts = urlsplit(url)
    return parts._replace(netloc=parts.netloc.rpartition("@")[2], query="", fragment="").geturl()


def redacted(text: str, secrets: Iterable[str | None]) -> str:
    """Return *text* on one line, cut, printable, and without any of *secrets*."""
    for secret in secrets:
        text = text.replace(secret, "***") if secret else text
    words = " ".join("".join(each if each.isprintable() else " " for each in text).split())
    return words if len(words) <= LONGEST else words[:LONGEST] + "…"


def refused(response: requests.Response, name: str, secrets: Iterable[str | None]) -> PublishError:
    """Return what to tell of *response*, the answer to the upload of *name*."""
    status, where = response.status_code, shown(response.url)
    if response.is_redirect:
        return PublishError(
            f"{name}: {where} redirects to {shown(response.headers['location'])}. "
            "An upload is not sent elsewhere: give that address as the repository if it is yours (mind the last /)."
        )
    html = "<html" in response.text[:LONGEST].lower()
    said = redacted(response.reason if html or not response.text else response.text, secrets)
    remedy = SERVER if status >= 500 else REMEDIES.get(status, "The index said why.")
    return PublishError(f"{name}: {where} answered {status}: {said}. {remedy}")


def unreadable(response: requests.Response) -> PublishError:
    """Return what to tell of *response*, which should have been the project's page."""
    status = response.status_code
    remedy = SERVER if status >= 500 else REMEDIES.get(status, "")
    return PublishError(
        f"{shown(response.url)} answered {status}, and without this page nobody knows what is there. {remedy} "
        "The account must be able to read as well as write; another place for the page is given with --index-url."
    )


def unreachable(error: requests.RequestException, url: str) -> PublishError:
    """Return what to tell of a request to *url* that got no answer."""
    where = shown(url)
    if isinstance(error, requests.exceptions.SSLError):
        return PublishError(
            f"{where}: the TLS connection failed: its certificate is not trusted here, or it speaks no TLS. "
            "Name your organisation's certificates in TWINE_CERT (or REQUESTS_CA_BUNDLE)."
        )
    if isinstance(error, requests.exceptions.ProxyError):
        return PublishError(f"{where}: the proxy did not let it through: check HTTPS_PROXY and NO_PROXY.")
    if isinstance(error, requests.Timeout):
        return PublishError(f"{where}: no answer in time. Publish again: what is there already is not sent again.")
    if isinstance(error, (requests.ConnectionError, requests.exceptions.ChunkedEncodingError)):
        return PublishError(
            f"{where}: no connection, or it broke off. Check the address, the network, and that the index runs; then "
            "publish again: what is there already is not sent again."
        )
    return PublishError(f"{where}: the request failed ({type(error).__name__}). Check the address.")
