"""`python -m tools.publish DIST [--repository NAME | --repository-url URL] [--index-url URL] [--cert FILE] [--docs]`.

The session passes its arguments in PUBLISH_ARGUMENTS, which no log shows.
"""

import argparse
import os
import shlex
import sys
from pathlib import Path

from twine.settings import Settings

from tools.docs.archive import archive_in
from tools.publish.destination import check_not_public, settings_for
from tools.publish.devpi import DevpiSite
from tools.publish.gate import ROOT, check_candidate, check_checkout
from tools.publish.index import Index
from tools.publish.messages import PublishError
from tools.publish.sites import Sites
from tools.publish.static import yanked
from tools.publish.upload import index_of, publish, release_version

CHANGELOG = ROOT / "CHANGELOG.md"


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
            sites = destinations(given, settings, index)
            there = [site.has(archive) for site, archive in sites]  # Refuses other bytes before anything is sent.
            publish(given.dist, settings, index)
            for (site, archive), before in zip(sites, there, strict=True):
                site.add(archive)
                print(f"publish: {archive.name}: {'already there with the same bytes' if before else 'uploaded'}")
    except PublishError as error:
        sys.exit(f"publish: {error}")
    except OSError as error:  # Of the folder that gets the documentation.
        sys.exit(f"publish: {error.filename}: {error.strerror}")


def destinations(given: argparse.Namespace, settings: Settings, index: Index) -> list[tuple[DevpiSite | Sites, Path]]:
    """Return where the site goes, as the arguments say, with its archive."""
    places: list[DevpiSite | Sites] = [DevpiSite(settings, index)] if given.docs else []
    places += [Sites(given.docs_folder, yanked(CHANGELOG.read_text("utf-8")))] if given.docs_folder else []
    archive = archive_in(given.dist)
    if places and archive is None:
        raise PublishError(f"{given.dist} must hold one archive of the site. Run the session `docs` first.")
    return [(place, archive) for place in places if archive]


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
    parser.add_argument("--docs", action="store_true", help="the index is a devpi, and takes the documentation too")
    parser.add_argument("--docs-folder", metavar="FOLDER", type=Path, help="a folder that gets the documentation too")
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
