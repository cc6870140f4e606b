"""``kehoach schema``: the JSON Schemas of what is read and written."""

from enum import StrEnum
from typing import Annotated

import typer


class Name(StrEnum):
    """The schemas, named as their files."""

    plan = "ke-hoach"
    framework = "khung"
    findings = "phat-hien"
    comparison = "so-sanh"
    log = "tien-do"
    words = "tu-tien-do"
    status = "tinh-hinh"


def run(
    name: Annotated[
        Name,
        typer.Argument(
            help="ke-hoach, khung, tien-do, tu-tien-do: tệp đầu vào; "
            "phat-hien, so-sanh, tinh-hinh: kết quả --format json."
        ),
    ] = Name.plan,
) -> int:
    """In lược đồ JSON cho trình soạn thảo."""
    import json  # noqa: PLC0415

    from kehoach.source.resources import read_schema  # noqa: PLC0415

    typer.echo(json.dumps(read_schema(name.value), ensure_ascii=False, indent=2))
    return 0
