"""``kehoach compare``: plans against a framework."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kehoach.cli import exits

if TYPE_CHECKING:
    from kehoach.cli.comparing import Compared


class Format(StrEnum):
    """How a comparison is written."""

    text = "text"
    json = "json"
    markdown = "markdown"
    html = "html"
    xlsx = "xlsx"
    docx = "docx"


_FILES = frozenset({Format.html, Format.xlsx, Format.docx})


class FailOn(StrEnum):
    """Which verdicts on items that bind a commune make the exit status 1."""

    weaker = "weaker"
    missing = "missing"
    any = "any"
    never = "never"


def run(
    plans: Annotated[
        list[Path],
        typer.Argument(metavar="KẾ_HOẠCH…", help="Một kế hoạch, hoặc nhiều để lập bảng."),
    ],
    other: Annotated[
        str,
        typer.Option(
            "--with",
            metavar="KHUNG|TỆP|BẢN",
            help="So với khung này, với tệp kế hoạch khác, hoặc với chính kế hoạch ở một bản git "
            "(HEAD~1, main); mặc định là khung đầu tiên mà kế hoạch khai.",
        ),
    ] = "",
    output: Annotated[
        Format,
        typer.Option(
            "--format",
            help="text để đọc, json cho chương trình khác, markdown cho pull request; html, xlsx, "
            "docx thì ghi tệp.",
        ),
    ] = Format.text,
    target: Annotated[
        Path,
        typer.Option("-o", "--output", metavar="TỆP|THƯ_MỤC", help="Nơi ghi tệp html, xlsx, docx."),
    ] = Path(),
    fail_on: Annotated[
        FailOn,
        typer.Option(
            help="Mã thoát 1 khi có mục bắt buộc thấp hơn hoặc muộn hơn (weaker), hoặc cả mục "
            "thiếu (missing), hoặc cả mục chưa rõ (any)."
        ),
    ] = FailOn.weaker,
) -> int:
    """So sánh kế hoạch với khung, với bản khác.

    Từng mục của khung: bằng, cao hơn, thấp hơn, muộn hơn, thiếu hay chưa rõ. Nhiều kế hoạch thì
    in bảng mục theo xã. So với tệp khác hoặc bản git: bổ sung gì, bỏ gì, sửa đổi gì.

    Mã thoát: 0 không có gì, 1 có mục như --fail-on nêu, 2 có tệp không dùng được.
    """
    from kehoach.cli.comparing import compare_files, fails, is_framework  # noqa: PLC0415
    from kehoach.cli.failing import report_unusable  # noqa: PLC0415
    from kehoach.source.place import SourceError  # noqa: PLC0415

    try:
        if other and not is_framework(other):
            return _compare_versions(plans, other, output, fail_on)
        compared = compare_files(plans, other)
    except SourceError as error:
        return report_unusable(error)
    status = _show(compared, output, target)
    if status:
        return status
    found = any(fails(comparison, fail_on.value) for comparison, _, _ in compared)
    return exits.FOUND if found else 0


def _show(compared: "list[Compared]", output: Format, target: Path) -> int:
    """Print or write what was *compared*; return the exit status where that failed, else 0."""
    if output is Format.json:
        import json  # noqa: PLC0415

        from kehoach.output.comparison_json import comparison_objects  # noqa: PLC0415

        objects = [one for each in compared for one in comparison_objects(*each)]
        typer.echo(json.dumps(objects, ensure_ascii=False, indent=2))
    elif output is Format.markdown:
        from kehoach.output.comparison_markdown import format_markdown  # noqa: PLC0415
        from kehoach.output.comparison_rows import comparison_rows  # noqa: PLC0415

        for line in format_markdown(comparison_rows(*one) for one in compared):
            typer.echo(line)
    elif output in _FILES:
        from kehoach.cli.comparison_files import write_comparison  # noqa: PLC0415
        from kehoach.document import TemplateFault  # noqa: PLC0415
        from kehoach.output.writing import WriteError  # noqa: PLC0415

        try:
            typer.echo(f"đã ghi {write_comparison(compared, output.value, target).as_posix()}")
        except (TemplateFault, WriteError) as error:
            typer.echo(f"kehoach: {error}", err=True)
            return exits.UNUSABLE
    elif len(compared) == 1:
        from kehoach.output.comparison_text import format_comparison  # noqa: PLC0415

        for line in format_comparison(*compared[0]):
            typer.echo(line)
    else:
        from rich.console import Console  # noqa: PLC0415

        from kehoach.output.comparison_text import build_matrices, summarize  # noqa: PLC0415

        console = Console(highlight=False)
        comparisons = [comparison for comparison, _, _ in compared]
        for matrix in build_matrices(comparisons):
            console.print(matrix)
        for comparison in comparisons:
            typer.echo(summarize(comparison))
    return 0


def _compare_versions(plans: list[Path], other: str, output: Format, fail_on: FailOn) -> int:
    if output in _FILES:
        typer.echo(
            f"kehoach: --format {output.value} chỉ dùng khi so với khung; so hai bản thì dùng "
            "text, json hoặc markdown",
            err=True,
        )
        return exits.UNUSABLE
    from kehoach.cli.comparing import compare_with_version, versions_fail  # noqa: PLC0415

    compared = [compare_with_version(file, other) for file in plans]
    if output is Format.json:
        import json  # noqa: PLC0415

        from kehoach.output.comparison_json import version_objects  # noqa: PLC0415

        objects = [one for each in compared for one in version_objects(*each)]
        typer.echo(json.dumps(objects, ensure_ascii=False, indent=2))
    elif output is Format.markdown:
        from kehoach.output.versions_markdown import format_versions_markdown  # noqa: PLC0415

        for versions, old, new in compared:
            for line in format_versions_markdown(versions, old.name, new.name):
                typer.echo(line)
    else:
        from kehoach.output.versions_text import format_versions  # noqa: PLC0415

        for versions, old, new in compared:
            for line in format_versions(versions, old.name, new.name):
                typer.echo(line)
    found = any(versions_fail(versions, fail_on.value) for versions, _, _ in compared)
    return exits.FOUND if found else 0
