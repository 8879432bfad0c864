"""The picture in docs/cli.md is what the commands print today."""

from tools.development.terminal_picture import PICTURE, picture


def test_the_picture_is_up_to_date_and_loads_nothing() -> None:
    found = picture()
    assert found == PICTURE.read_text("utf-8"), "run `python -m tools.development.terminal_picture`"
    assert "url(" not in found.replace("url(#", "")
