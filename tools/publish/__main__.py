"""`python -m tools.publish DIST [--repository NAME | --repository-url URL] [--index-url URL] [--cert FILE]`.

The session passes its arguments in PUBLISH_ARGUMENTS, which no log shows.
"""

import argparse
import os
import shlex
import sys
from pathlib import Path

from tools.publish.destination import check_not_public, settings_for
from tools.publish.gate import check_candidate, check_checkout
from tools.publish.messages import PublishError
from tools.publish.upload import index_of, publish, release_version


def main(arguments: list[str]) -> None:
    """Publish, or exit with a message and status 1."""
    try:
        given = parsed(arguments)
        settings = settings_for(given.repository, given.repository_url, given.cert)
        if given.index_url:
            check_not_public(given.index_url)
        with index_of(settings, given.index_url) as index:
            check_checkout(index, given.dist)
            if not given.pre_releases:
                check_candidate(release_version(given.dist), index)
            publish(given.dist, settings, index)
    except PublishError as error:
        sys.exit(f"publish: {error}")


def parsed(arguments: list[str]) -> argparse.Namespace:
    """Return the arguments; an unknown one is named without its value, which could be a password."""
    parser = argparse.ArgumentParser(prog="nox -s publish --", allow_abbrev=False)
    parser.add_argument("dist", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("-r", "--repository", metavar="NAME", help="a section of .pypirc")
    parser.add_argument("--repository-url", metavar="URL", help="where the index takes uploads")
    parser.add_argument(
        "--index-url",
        metavar="URL",
        default=os.environ.get("PUBLISH_INDEX_URL"),
        help="where it lists them (.../simple/), if that does not follow from the other; also PUBLISH_INDEX_URL",
    )
    parser.add_argument("--pre-releases", action="store_true", help="the index is for pre-releases")
    parser.add_argument("--cert", metavar="FILE", help="certificates to trust; also TWINE_CERT")
    given, unknown = parser.parse_known_args(arguments)
    if unknown:
        names = (
            ", ".join(each.partition("=")[0] for each in unknown if each.startswith("--")) or "an unexpected argument"
        )
        raise PublishError(
            f"{names} is not an option here. Credentials are set with TWINE_USERNAME and TWINE_PASSWORD, in .pypirc or "
            "in the keyring, never on the command line."
        )
    return given


if __name__ == "__main__":
    main([*sys.argv[1:], *shlex.split(os.environ.get("PUBLISH_ARGUMENTS", ""))])
