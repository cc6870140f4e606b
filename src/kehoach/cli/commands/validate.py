"""``kehoach validate``: plans, frameworks, progress logs and Word files checked."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from kehoach.cli.options import ConfigurationFile
from kehoach.output.findings import formats


class FailOn(StrEnum):
    """From which level on findings make the exit status 1."""

    error = "error"
    warning = "warning"
    note = "note"
    never = "never"


def run(  # noqa: PLR0913  a parameter is an option of the command
    *,
    paths: Annotated[
        list[Path] | None,
        typer.Argument(metavar="[TỆP]…", help="Tệp hoặc thư mục; mặc định là thư mục plans."),
    ] = None,
    output: Annotated[
        str,
        typer.Option("--format", metavar="DẠNG", help=f"Dạng kết quả: {', '.join(formats())}."),
    ] = "text",
    fail_on: Annotated[
        FailOn | None,
        typer.Option(
            help="Mức từ đó trở lên thì mã thoát là 1: error, warning (mặc định), note hoặc never."
        ),
    ] = None,
    select: Annotated[
        str,
        typer.Option(metavar="MÃ,…", help="Chỉ chạy các quy tắc này: mã, đầu mã (KH2) hoặc tên."),
    ] = "",
    ignore: Annotated[str, typer.Option(metavar="MÃ,…", help="Bỏ các quy tắc này.")] = "",
    pedantic: Annotated[
        bool, typer.Option("--pedantic", help="Nêu cả những chỗ chỉ là nghi ngờ.")
    ] = False,
    profile: Annotated[
        str,
        typer.Option(
            metavar="THỂ_THỨC", help="Tệp Word: xét theo nd30 hoặc hd05; mặc định tự nhận ra."
        ),
    ] = "",
    fix: Annotated[
        bool, typer.Option("--fix", help="Sửa tệp ở những chỗ không đổi nội dung.")
    ] = False,
    unsafe: Annotated[
        bool, typer.Option("--unsafe", help="Cùng --fix: sửa cả chỗ có thể đổi nội dung.")
    ] = False,
    diff: Annotated[
        bool, typer.Option("--diff", help="In chỗ --fix sẽ sửa mà không ghi tệp.")
    ] = False,
    statistics: Annotated[
        bool, typer.Option("--statistics", help="Đếm phát hiện theo quy tắc.")
    ] = False,
    baseline: Annotated[
        Path | None,
        typer.Option(metavar="TỆP", help="Danh sách phát hiện đã được chấp nhận."),
    ] = None,
    write_baseline: Annotated[
        str,
        typer.Option(
            "--write-baseline",
            metavar="LÝ_DO",
            help="Ghi mọi phát hiện hiện có vào --baseline với lý do này.",
        ),
    ] = "",
    config: ConfigurationFile = None,
    cache: Annotated[
        bool, typer.Option("--cache/--no-cache", help="Dùng kết quả đã có của tệp không đổi.")
    ] = True,
) -> int:
    """Kiểm tra kế hoạch, khung, nhật ký tiến độ và tệp Word.

    Kế hoạch: cấu trúc, dẫn chiếu, đánh số, ngày tháng, số liệu, đơn vị, viện dẫn, chính tả, thể
    thức. Tệp .docx bất kỳ: thể thức của văn bản.

    Mã thoát: 0 không có gì, 1 có phát hiện từ mức --fail-on trở lên, 2 có tệp không đọc được.
    """
    from kehoach.cli.validation import Request, validate  # noqa: PLC0415  imported to run

    return validate(
        Request(
            paths=tuple(paths or ()),
            output=output,
            fail_on=fail_on.value if fail_on else "",
            select=_split(select),
            ignore=_split(ignore),
            pedantic=pedantic,
            profile=profile,
            fix=fix,
            unsafe=unsafe,
            diff=diff,
            statistics=statistics,
            baseline=baseline,
            reason=write_baseline,
            config=config,
            cache=cache,
        )
    )


def _split(text: str) -> tuple[str, ...]:
    return tuple(part for part in text.replace(",", " ").split() if part)
