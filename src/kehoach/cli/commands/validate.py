"""``kehoach validate``: plans and frameworks checked."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from kehoach.cli import exits


class Format(StrEnum):
    """How findings are written."""

    text = "text"
    json = "json"


class FailOn(StrEnum):
    """From which level on findings make the exit status 1."""

    error = "error"
    warning = "warning"
    note = "note"


def run(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(metavar="[TỆP]…", help="Tệp hoặc thư mục; mặc định là thư mục plans."),
    ] = None,
    output: Annotated[
        Format, typer.Option("--format", help="text để đọc, json cho chương trình khác.")
    ] = Format.text,
    fail_on: Annotated[
        FailOn,
        typer.Option(help="Mức từ đó trở lên thì mã thoát là 1: error, warning hoặc note."),
    ] = FailOn.warning,
) -> int:
    """Kiểm tra kế hoạch và khung.

    Xét cấu trúc, dẫn chiếu, đánh số, ngày tháng, số liệu, đơn vị, viện dẫn và thể thức.

    Mã thoát: 0 không có gì, 1 có phát hiện từ mức --fail-on trở lên, 2 có tệp không đọc được.
    """
    from kehoach.cli.checking import check_files  # noqa: PLC0415  the work is imported to run
    from kehoach.rules.finding import Level  # noqa: PLC0415

    checked = check_files(paths or [])
    if output is Format.json:
        import json  # noqa: PLC0415

        objects = [found.as_json() for found in checked.findings]
        typer.echo(json.dumps(objects, ensure_ascii=False, indent=2))
    else:
        from kehoach.output.findings_text import format_findings, summarize  # noqa: PLC0415

        for line in format_findings(checked.findings):
            typer.echo(line)
        typer.echo(summarize(checked.findings, checked.files, checked.accepted))
        for file in checked.passed_over:
            typer.echo(f"bỏ qua {file}: không phải kế hoạch hay khung", err=True)
    if checked.unreadable:
        return exits.UNUSABLE
    limit = Level(fail_on.value).weight
    found = any(finding.level.weight >= limit for finding in checked.findings)
    return exits.FOUND if found else 0
