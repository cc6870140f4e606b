"""``kehoach export``: a plan's tasks and targets for other programs."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from kehoach.cli import exits
from kehoach.cli.options import Plans


class Format(StrEnum):
    """What is written."""

    xlsx = "xlsx"
    parquet = "parquet"


def run(
    plans: Plans,
    to: Annotated[
        Format, typer.Option("--to", help="xlsx: bảng Excel; parquet: tiến độ cho DuckDB.")
    ] = Format.xlsx,
    folder: Annotated[
        Path, typer.Option("-o", "--output", metavar="THƯ_MỤC", help="Nơi ghi tệp.")
    ] = Path(),
) -> int:
    """Xuất nhiệm vụ và chỉ tiêu ra bảng Excel, hoặc tiến độ của mọi kế hoạch ra Parquet.

    plans/huong-phung.yaml thành THƯ_MỤC/huong-phung.xlsx. Sửa xong thì đưa trở lại bằng
    kehoach import --into plans/huong-phung.yaml huong-phung.xlsx.
    --to parquet ghi THƯ_MỤC/muc.parquet và THƯ_MỤC/tien-do.parquet.

    Mã thoát: 0 đã ghi đủ, 2 có tệp không dùng được hoặc không ghi được.
    """
    from kehoach.cli.failing import report_unusable  # noqa: PLC0415
    from kehoach.cli.files import expand  # noqa: PLC0415
    from kehoach.model.reading import read_plan  # noqa: PLC0415
    from kehoach.output.plan_xlsx import plan_xlsx  # noqa: PLC0415
    from kehoach.output.writing import WriteError, write_beside  # noqa: PLC0415
    from kehoach.source.place import SourceError  # noqa: PLC0415
    from kehoach.source.tree import load  # noqa: PLC0415

    status = 0
    try:
        files = [file for file, _ in expand(plans)]
    except SourceError as error:
        return report_unusable(error)
    if to is Format.parquet:
        from kehoach.cli.exporting import export_progress  # noqa: PLC0415

        return export_progress(files, folder)
    for file in files:
        target = folder / f"{file.stem}.{to.value}"
        try:
            source = load(file, file.as_posix())
            write_beside(target, plan_xlsx(source, read_plan(source)))
        except SourceError as error:
            status = report_unusable(error)
        except WriteError as error:
            typer.echo(f"kehoach: {error}", err=True)
            status = exits.UNUSABLE
        else:
            typer.echo(f"đã ghi {target.as_posix()}")
    return status
