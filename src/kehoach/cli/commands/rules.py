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
    from kehoach.output.rules_text import (  # noqa: PLC0415
        list_format_rules,
        list_rules,
        rules_page,
    )
    from kehoach.rules.catalogue import entries  # noqa: PLC0415
    from kehoach.thethuc.registry import all_format_rules  # noqa: PLC0415

    if output is Format.markdown:
        lines = [*rules_page(entries())]
    else:
        lines = ["Kế hoạch:", *list_rules(entries())]
        lines += ["", "Thể thức tệp Word:", *list_format_rules(all_format_rules())]
    for line in lines:
        typer.echo(line)
    return 0
