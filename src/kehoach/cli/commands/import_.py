"""``kehoach import``: Word, PDF, Excel and text files brought in as plan files."""

from pathlib import Path
from typing import Annotated

import typer

from kehoach.cli import exits


def run(
    files: Annotated[
        list[Path],
        typer.Argument(
            metavar="TỆP…",
            help="Tệp .docx, .pdf, .txt, .md; tệp .xlsx, .csv nêu cùng một văn bản thì thành phụ "
            "lục của văn bản đó.",
        ),
    ],
    folder: Annotated[
        Path, typer.Option("-o", "--output", metavar="THƯ_MỤC", help="Nơi ghi tệp kế hoạch.")
    ] = Path(),
    into: Annotated[
        Path | None,
        typer.Option(metavar="KẾ_HOẠCH", help="Đưa sửa đổi trong tệp Excel trở lại kế hoạch này."),
    ] = None,
    *,
    delete: Annotated[
        bool, typer.Option("--delete", help="Với --into: xóa cả mục mà tệp Excel đã bỏ dòng.")
    ] = False,
    force: Annotated[bool, typer.Option("--force", help="Ghi đè tệp kế hoạch đã có.")] = False,
) -> int:
    """Đưa văn bản có sẵn vào tệp kế hoạch.

    huong-phung.docx thành THƯ_MỤC/huong-phung.yaml, kèm huong-phung.nguon.json ghi từng giá trị
    lấy từ dòng nào. Không mất chữ nào: điều chưa rõ nằm đúng chỗ của nó dưới dạng đoạn văn.

    Mã thoát: 0 đã ghi, 1 có xung đột (với --into), 2 có tệp không dùng được hoặc không ghi được.
    """
    from kehoach.cli.importing import import_changes, import_files  # noqa: PLC0415

    if into is not None:
        return import_changes(into, files, delete=delete)
    if delete:
        typer.echo("kehoach: --delete chỉ dùng cùng --into", err=True)
        return exits.UNUSABLE
    return import_files(files, folder, force=force)
