"""Error messages with their remedies; none contains a credential."""

from collections.abc import Iterable
from urllib.parse import urlsplit

import requests

LONGEST = 200  # Characters of the server's answer that are quoted.
REMEDIES = {
    400: "If it says that the file exists, the index does not show it: check --index-url.",
    401: "The index refuses the credentials: check TWINE_USERNAME and TWINE_PASSWORD, .pypirc or the keyring.",
    403: "The account may not upload to this repository, or the password is wrong: check both.",
    404: "There is no repository at this URL: compare it with the URL shapes in docs/publishing.md.",
    405: "This URL does not accept uploads: compare it with the URL shapes in docs/publishing.md.",
    409: "The index has another file of this name: a version is published once. Release the next one.",
    413: "The index, or its proxy, refuses a file of this size: raise the limit (nginx: client_max_body_size).",
}
SERVER = "The index failed. Publish again when it works: files that are there already are not sent again."


class PublishError(Exception):
    """Publishing stopped; the message says why and what to do."""


def shown(url: str) -> str:
    """Return *url* without its parts that could be secret: user, password, query."""
    parts = urlsplit(url)
    return parts._replace(netloc=parts.netloc.rpartition("@")[2], query="", fragment="").geturl()


def redacted(text: str, secrets: Iterable[str | None]) -> str:
    """Return *text* on one line, cut, printable, and without any of *secrets*."""
    for secret in secrets:
        text = text.replace(secret, "***") if secret else text
    words = " ".join("".join(each if each.isprintable() else " " for each in text).split())
    return words if len(words) <= LONGEST else words[:LONGEST] + "…"


def refused(response: requests.Response, name: str, secrets: Iterable[str | None]) -> PublishError:
    """Return the error for *response*, the answer to the upload of *name*."""
    status, where = response.status_code, shown(response.url)
    if response.is_redirect:
        return PublishError(
            f"{name}: {where} redirects to {shown(response.headers['location'])}. "
            "An upload is not sent elsewhere: give that address as the repository if it is yours (mind the last /)."
        )
    html = "<html" in response.text[:LONGEST].lower()
    said = redacted(response.reason if html or not response.text else response.text, secrets)
    remedy = SERVER if status >= 500 else REMEDIES.get(status, "The answer of the index gives the reason.")
    return PublishError(f"{name}: {where} answered {status}: {said}. {remedy}")


def unreadable(response: requests.Response) -> PublishError:
    """Return the error for *response*, which should have been the project's page."""
    status = response.status_code
    remedy = SERVER if status >= 500 else REMEDIES.get(status, "")
    return PublishError(
        f"{shown(response.url)} answered {status}, and without this page it is unknown which files exist. {remedy} "
        "The account must be able to read as well as write; set --index-url if the page has another URL."
    )


def unreachable(error: OSError, url: str) -> PublishError:
    """Return the error for a request to *url* that got no answer."""
    where = shown(url)
    if isinstance(error, requests.exceptions.SSLError):
        return PublishError(
            f"{where}: the TLS connection failed: its certificate is not trusted here, or it does not use TLS. "
            "Name your organisation's certificates in TWINE_CERT (or REQUESTS_CA_BUNDLE)."
        )
    if not isinstance(error, requests.RequestException):
        return PublishError(f"{where}: the certificates cannot be used: {error}. Name a file in PEM format.")
    if isinstance(error, requests.exceptions.ProxyError):
        return PublishError(f"{where}: the proxy refused the connection: check HTTPS_PROXY and NO_PROXY.")
    if isinstance(error, requests.Timeout):
        return PublishError(
            f"{where}: no answer in time. Publish again: files that are there already are not sent again."
        )
    if isinstance(error, (requests.ConnectionError, requests.exceptions.ChunkedEncodingError)):
        return PublishError(
            f"{where}: no connection, or it was interrupted. Check the URL, the network, and that the index runs; "
            "then publish again: files that are there already are not sent again."
        )
    return PublishError(f"{where}: the request failed ({type(error).__name__}). Check the address.")
