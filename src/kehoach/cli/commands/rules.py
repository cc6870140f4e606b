"""``kehoach rules``: what is checked."""

from enum import StrEnum
from typing import Annotated

import typer


class Format(StrEnum):
    """How the rules are written."""

    text = "text"
    markdown = "markdown"


def run(
    output: Annotated[
        Format, typer.Option("--format", help="text để đọc, markdown cho trang tài liệu.")
    ] = Format.text,
) -> int:
    """Liệt kê các quy tắc kiểm tra."""
    from kehoach.output.rules_text import list_rules, rules_page  # noqa: PLC0415
    from kehoach.rules.catalogue import entries  # noqa: PLC0415

    write = rules_page if output is Format.markdown else list_rules
    for line in write(entries()):
        typer.echo(line)
    return 0
