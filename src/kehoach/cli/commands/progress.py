"""``kehoach progress``: entries added to the log of a plan."""

from pathlib import Path
from typing import Annotated

import typer


def run(  # noqa: PLR0913, PLR0917  an option of the command is an argument
    plan: Annotated[Path, typer.Argument(metavar="KẾ_HOẠCH", help="Tệp kế hoạch.")],
    code: Annotated[
        str, typer.Argument(metavar="[MÃ]", help="Mã nhiệm vụ, chỉ tiêu; để trống thì kê ra.")
    ] = "",
    stage: Annotated[
        str,
        typer.Option(
            metavar="GIAI_ĐOẠN",
            help="chưa triển khai, đang thực hiện, chờ xác nhận, hoàn thành, tạm dừng.",
        ),
    ] = "",
    result: Annotated[str, typer.Option(metavar="CHỮ", help="Kết quả, sản phẩm đã có.")] = "",
    value: Annotated[
        str, typer.Option(metavar="SỐ", help="Số liệu của chỉ tiêu: 65%, 12 nhóm.")
    ] = "",
    evidence: Annotated[
        list[str] | None,
        typer.Option(metavar="CHỮ", help="Minh chứng: số ký hiệu, đường dẫn; ghi được nhiều lần."),
    ] = None,
    date: Annotated[
        str, typer.Option(metavar="NGÀY", help="Ngày mà điều ghi là đúng; mặc định hôm nay.")
    ] = "",
    difficulty: Annotated[str, typer.Option(metavar="CHỮ", help="Khó khăn, vướng mắc.")] = "",
    cause: Annotated[str, typer.Option(metavar="CHỮ", help="Nguyên nhân chậm.")] = "",
    responsible: Annotated[
        str, typer.Option(metavar="CHỮ", help="Trách nhiệm của ai khi chậm.")
    ] = "",
    remedy: Annotated[str, typer.Option(metavar="CHỮ", help="Biện pháp khắc phục.")] = "",
    forecast: Annotated[str, typer.Option(metavar="NGÀY", help="Ngày dự kiến xong.")] = "",
    due: Annotated[
        str,
        typer.Option(
            metavar="NGÀY",
            help="Hạn do một văn bản đặt ra sau kế hoạch; phải có --evidence là văn bản đó.",
        ),
    ] = "",
    period: Annotated[
        str,
        typer.Option(metavar="KỲ", help="Kỳ của việc định kỳ: 2025-10, 2025-W41, 2025-Q4."),
    ] = "",
    following: Annotated[
        str, typer.Option("--next", metavar="CHỮ", help="Việc của kỳ tiếp theo.")
    ] = "",
    proposal: Annotated[str, typer.Option(metavar="CHỮ", help="Đề xuất, kiến nghị.")] = "",
    replaces: Annotated[
        str, typer.Option(metavar="DẤU", help="Dấu của mục ghi sai mà mục này thay.")
    ] = "",
    by: Annotated[str, typer.Option(metavar="TÊN", help="Người ghi.")] = "",
    table: Annotated[
        Path | None,
        typer.Option(
            "--from", metavar="TỆP", help="Ghi nhiều mục từ bảng .csv, .xlsx: tất cả hoặc không."
        ),
    ] = None,
    *,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Chỉ in các dòng sẽ ghi.")] = False,
) -> int:
    """Ghi tiến độ vào nhật ký của kế hoạch.

    Nhật ký của plans/a.yaml là plans/a.tien-do.yaml, chỉ ghi thêm. Không nêu mã thì kê các nhiệm
    vụ, chỉ tiêu; trên màn hình thì chọn và trả lời từng câu. Ghi sai thì ghi mục mới với
    --replaces.

    Mã thoát: 0 đã ghi hoặc đã kê, 2 mục chưa ghi được, dùng sai, tệp không dùng được.
    """
    from kehoach.cli.noting import Note, note  # noqa: PLC0415  imported to run

    said: dict[str, str | list[str]] = {
        "ngay": date,
        "ky": period,
        "trang_thai": stage,
        "gia_tri": value,
        "ket_qua": result,
        "minh_chung": evidence or [],
        "kho_khan": difficulty,
        "nguyen_nhan": cause,
        "trach_nhiem": responsible,
        "khac_phuc": remedy,
        "du_kien": forecast,
        "han": due,
        "viec_tiep": following,
        "de_xuat": proposal,
        "thay_cho": replaces,
        "nguoi": by,
    }
    given = {key: text for key, text in said.items() if text}
    return note(Note(plan, code, given, table, dry_run=dry_run))
