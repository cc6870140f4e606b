"""``kehoach status``: where one plan stands, or many."""

from pathlib import Path
from typing import Annotated

import typer

from kehoach.cli.options import ConfigurationFile
from kehoach.output.status import formats


def run(  # noqa: PLR0913  an option of the command is an argument
    *,
    plans: Annotated[
        list[Path] | None,
        typer.Argument(metavar="[KẾ_HOẠCH]…", help="Tệp hoặc thư mục; mặc định là plans."),
    ] = None,
    as_of: Annotated[
        str, typer.Option(metavar="NGÀY", help="Tính đến ngày này; mặc định hôm nay.")
    ] = "",
    known: Annotated[
        str,
        typer.Option(metavar="NGÀY", help="Chỉ tính những gì đã ghi đến hết ngày này."),
    ] = "",
    within: Annotated[
        int | None,
        typer.Option(metavar="SỐ", help="Nêu việc đến hạn trong số ngày này; mặc định 14."),
    ] = None,
    words: Annotated[
        str,
        typer.Option(
            metavar="MÃ", help="Thêm từ của hệ thống khác: xanh-vang-do, sau-muc, theodoinq…"
        ),
    ] = "",
    output: Annotated[
        str,
        typer.Option("--format", metavar="DẠNG", help=f"Dạng kết quả: {', '.join(formats())}."),
    ] = "text",
    config: ConfigurationFile = None,
) -> int:
    """Xem tiến độ: của một kế hoạch, hoặc bảng của nhiều kế hoạch.

    Một kế hoạch: việc chậm, có nguy cơ chậm, sắp đến hạn, theo đơn vị, chỉ tiêu. Nhiều kế hoạch:
    mỗi xã một dòng. Tính từ thời hạn của kế hoạch và nhật ký <tên>.tien-do.yaml cạnh nó.

    Mã thoát: 0 đã in, 2 dùng sai hoặc có tệp không đọc được.
    """
    from kehoach.cli.standing import Question, show_status  # noqa: PLC0415  imported to run

    question = Question(tuple(plans or ()), as_of, known, within, words, output, config)
    return show_status(question)
