"""``kehoach compare``: plans against what stands above them, or against another state."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kehoach.cli import exits

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kehoach.cli.comparing import Wanted
    from kehoach.cli.many import Many


class Format(StrEnum):
    """How a comparison is written."""

    text = "text"
    json = "json"
    markdown = "markdown"
    html = "html"
    xlsx = "xlsx"
    docx = "docx"


class FailOn(StrEnum):
    """Which verdicts on items that bind a commune make the exit status 1."""

    weaker = "weaker"
    missing = "missing"
    any = "any"
    never = "never"


class Role(StrEnum):
    """What the plan file of ``--with`` is."""

    version = "version"
    above = "above"


class Sort(StrEnum):
    """What the plans of a matrix are sorted by."""

    file = "file"
    commune = "commune"
    province = "province"
    weaker = "weaker"
    missing = "missing"


def run(  # noqa: PLR0913, PLR0917  an option of the command is an argument
    plans: Annotated[
        list[Path],
        typer.Argument(
            metavar="KẾ_HOẠCH…", help="Một kế hoạch hoặc khung; nhiều tệp, thư mục thì lập bảng."
        ),
    ],
    other: Annotated[
        str,
        typer.Option(
            "--with",
            metavar="KHUNG|TỆP|BẢN",
            help="So với khung này; với tệp khung hoặc tệp kế hoạch khác; hoặc với chính kế hoạch "
            "ở một bản git: HEAD~1, main, main:đường/dẫn/cũ.yaml, hai bản thì CŨ..MỚI. Mặc định "
            "là mọi khung mà kế hoạch khai.",
        ),
    ] = "",
    role: Annotated[
        Role,
        typer.Option(
            "--as",
            help="Tệp kế hoạch ở --with là bản khác, kế hoạch cùng cấp (version) hay kế hoạch cấp "
            "trên được dùng làm khung (above). Tệp khung luôn là cấp trên.",
        ),
    ] = Role.version,
    staged: Annotated[  # noqa: FBT002  a flag
        bool,
        typer.Option(
            "--staged",
            help="Lấy bản đã git add thay cho tệp trên đĩa; không có --with thì so với HEAD.",
        ),
    ] = False,
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
    sort: Annotated[
        Sort,
        typer.Option(help="Thứ tự các kế hoạch trong bảng; weaker, missing: nhiều nhất trước."),
    ] = Sort.file,
    kept: Annotated[
        str,
        typer.Option(
            "--filter",
            metavar="TỪ",
            help="Chỉ giữ trong bảng kế hoạch của xã, tỉnh có tên chứa từ này; hoặc kế hoạch và "
            "mục có kết quả weaker, later, missing, doubtful, stricter, equal.",
        ),
    ] = "",
    write_links: Annotated[  # noqa: FBT002  a flag
        bool,
        typer.Option(
            "--write-links", help="Ghi khung: vào kế hoạch cho các cặp ghép chắc theo lời văn."
        ),
    ] = False,
    accept: Annotated[
        str,
        typer.Option(
            metavar="MÃ", help="Ghi vào kế hoạch rằng khác biệt của mục này được chấp nhận."
        ),
    ] = "",
    reason: Annotated[
        str, typer.Option(metavar="LÝ_DO", help="Lý do, căn cứ của việc chấp nhận.")
    ] = "",
) -> int:
    """So sánh kế hoạch với khung, với kế hoạch cấp trên, với bản khác.

    Từng mục của khung: bằng, cao hơn, thấp hơn, muộn hơn, thiếu hay chưa rõ. Nhiều kế hoạch thì
    in bảng xã theo mục, cộng theo tỉnh. So với bản khác: bổ sung gì, bỏ gì, hạ, nâng, lùi hạn, giao
    đơn vị khác.

    Mã thoát: 0 không có gì, 1 có mục như --fail-on nêu, 2 có tệp không dùng được.
    """
    from kehoach.cli.comparing import As, Wanted  # noqa: PLC0415
    from kehoach.source.place import SourceError  # noqa: PLC0415

    if bool(accept) is not bool(reason):
        typer.echo("kehoach: --accept và --reason phải đi cùng nhau", err=True)
        return exits.UNUSABLE
    wanted = Wanted(other, As(role.value), staged)
    try:
        if write_links or accept:
            return _edit(plans, wanted, accept, reason)
        from kehoach.cli.many import Many  # noqa: PLC0415

        many = Many(plans, wanted, fail_on.value)
        if output in {Format.text, Format.json, Format.markdown}:
            return _print(many, output, sort.value, kept)
        return _write(many, output.value, target)
    except SourceError as error:
        from kehoach.cli.failing import report_unusable  # noqa: PLC0415  few runs need it

        return report_unusable(error)


def _print(many: "Many", output: Format, sort: str, kept: str) -> int:
    if output is Format.json:
        pieces: Iterable[str] = many.json()
    else:
        lines = many.markdown() if output is Format.markdown else many.text(sort, kept)
        pieces = (f"{line}\n" for line in lines)
    for piece in pieces:
        typer.echo(piece, nl=False)
    return many.status()


def _write(many: "Many", ending: str, target: Path) -> int:
    from kehoach.cli.comparison_files import write_comparison  # noqa: PLC0415
    from kehoach.document import TemplateFault  # noqa: PLC0415
    from kehoach.output.writing import WriteError  # noqa: PLC0415

    try:
        file = write_comparison(many.plain(), many.files, ending, target)
    except (TemplateFault, WriteError) as error:
        typer.echo(f"kehoach: {error}", err=True)
        return exits.UNUSABLE
    if file is not None:
        typer.echo(f"đã ghi {file.as_posix()}")
    return many.status()


def _edit(plans: list[Path], wanted: "Wanted", item: str, reason: str) -> int:
    from kehoach.cli.keeping import keep_acceptance, keep_links  # noqa: PLC0415
    from kehoach.output.writing import WriteError  # noqa: PLC0415
    from kehoach.source.splice import SpliceError  # noqa: PLC0415

    try:
        for plan in plans:
            said = keep_acceptance(plan, wanted, item, reason) if item else keep_links(plan, wanted)
            typer.echo(said)
    except (SpliceError, WriteError) as error:
        typer.echo(f"kehoach: {error}", err=True)
        return exits.UNUSABLE
    return 0
