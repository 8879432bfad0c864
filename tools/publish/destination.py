"""The destination of a release, from twine's own configuration: TWINE_*, .pypirc, keyring. There is no default.

Does not parse credentials: twine finds them, and they stay in its objects.
"""

import argparse
import logging
import os
import sys
from pathlib import Path
from typing import cast
from urllib.parse import urlsplit

from twine import repository as twine_repository
from twine import utils as twine_utils
from twine.exceptions import NonInteractive, TwineException
from twine.settings import Settings

from tools.publish.messages import PublishError, shown

PUBLIC = (  # From twine: the public index, its test instance, and their older names.
    twine_utils.DEFAULT_REPOSITORY,
    twine_utils.TEST_REPOSITORY,
    twine_repository.LEGACY_PYPI,
    twine_repository.LEGACY_TEST_PYPI,
    twine_repository.OLD_WAREHOUSE,
)
BUNDLES = ("REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE")  # What requests reads, in this order.
LOOPBACK = {"localhost", "127.0.0.1", "::1"}
NO_CREDENTIALS = "no username or password for {}. Set TWINE_USERNAME and TWINE_PASSWORD, or use .pypirc or the keyring."


class Plain(logging.Handler):
    """Prints messages only: twine logs some failures with their traceback."""

    def emit(self, record: logging.LogRecord) -> None:
        print("publish:", " ".join(record.getMessage().split()), file=sys.stderr)


def settings_for(repository: str | None, url: str | None, certificates: str | None = None) -> Settings:
    """Return twine's settings for the repository that the arguments name, or else TWINE_REPOSITORY(_URL)."""
    if not (repository or url or os.environ.get("TWINE_REPOSITORY") or os.environ.get("TWINE_REPOSITORY_URL")):
        raise PublishError(
            "no repository was named, and there is no default. Add `-- --repository NAME` (a section of .pypirc) or "
            "`-- --repository-url URL`, or set TWINE_REPOSITORY or TWINE_REPOSITORY_URL."
        )
    if url and "@" in urlsplit(url).netloc:
        raise PublishError(
            "the URL contains a user or password, and every user of this machine can read a command line. "
            "Set TWINE_USERNAME and TWINE_PASSWORD instead."
        )
    os.environ["TWINE_NON_INTERACTIVE"] = "1"
    arguments = ["--disable-progress-bar"]
    for option, value in (("--repository", repository), ("--repository-url", url), ("--cert", certificates)):
        arguments += [option, value] if value else []
    if repository and not url:
        os.environ.pop("TWINE_REPOSITORY_URL", None)  # It would take precedence over the argument.
    parser = argparse.ArgumentParser()
    Settings.register_argparse_arguments(parser)
    _log_plainly()
    try:
        settings = Settings.from_argparse(parser.parse_args(arguments))
    except (TwineException, ValueError, OSError) as error:
        first = str(error).partition("\n")[0]
        raise PublishError(f"the repository could not be read from twine's configuration: {first}") from None
    check_not_public(address(settings))
    check_certificates(settings.cacert)
    return settings


def check_certificates(configured: str | None) -> None:
    """Raise PublishError if the certificates to trust, in the order in which they count, do not exist."""
    found = configured or next((os.environ[name] for name in BUNDLES if os.environ.get(name)), None)
    if found and not Path(found).exists():
        raise PublishError(
            f"there is no file of certificates {found}. Correct --cert, TWINE_CERT, ca_cert in .pypirc, or else "
            f"{' or '.join(BUNDLES)}."
        )


def address(settings: Settings) -> str:
    """Return the URL that files are sent to."""
    return cast("str", settings.repository_config["repository"])


def credentials(settings: Settings) -> tuple[str, str] | None:
    """Return user and password as twine found them, None if a client certificate replaces them."""
    try:
        user, password = settings.username, settings.password
    except NonInteractive:
        raise PublishError(NO_CREDENTIALS.format(shown(address(settings)))) from None
    return (user, password) if user and password else None


def check_not_public(url: str) -> None:
    """Raise PublishError if *url* is that of the public index, under any of its names."""
    host = (urlsplit(url).hostname or "").rstrip(".").lower()
    for known in PUBLIC:
        domain = ".".join((urlsplit(known).hostname or "").split(".")[-2:])
        if host == domain or host.endswith(f".{domain}"):
            raise PublishError(
                f"{shown(url)} is the public index. This package is internal and goes to an internal index only: name "
                "that one with `-- --repository NAME` or `-- --repository-url URL`."
            )
    if urlsplit(url).scheme == "http" and host not in LOOPBACK:
        print(f"publish: warning: {shown(url)} is not https: the password is sent unencrypted", file=sys.stderr)


def _log_plainly() -> None:
    logger = logging.getLogger("twine")
    if not logger.handlers:
        logger.addHandler(Plain())
        logger.propagate = False
