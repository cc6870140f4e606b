"""``kehoach new``: a plan file out of a framework, or out of an older plan."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kehoach.cli import exits

if TYPE_CHECKING:
    from kehoach.drafting.draft import Draft

_SCHEMA = "schema/ke-hoach.schema.json"
_INSTEAD = "nêu tên khác bằng -o, hoặc thêm --force để ghi đè"


def run(  # noqa: PLR0913, PLR0917  an option of the command is an argument
    commune: Annotated[
        str, typer.Option(metavar="TÊN", help="Xã, phường, đặc khu: tên hoặc mã 5 số.")
    ] = "",
    province: Annotated[
        str, typer.Option(metavar="TÊN", help="Tỉnh, thành phố; cần khi nhiều nơi trùng tên.")
    ] = "",
    framework: Annotated[
        str, typer.Option(metavar="KHUNG", help="Mã khung mà kế hoạch thực hiện.")
    ] = "",
    profile: Annotated[
        str,
        typer.Option(metavar="THỂ_THỨC", help="nd30 (Ủy ban nhân dân) hoặc hd05 (Đảng ủy)."),
    ] = "",
    older: Annotated[
        Path | None,
        typer.Option("--from", metavar="KẾ_HOẠCH", help="Kế hoạch cũ để bắt đầu."),
    ] = None,
    amended: Annotated[
        Path | None,
        typer.Option(
            "--amend",
            metavar="KẾ_HOẠCH",
            help="Lập kế hoạch sửa đổi, bổ sung từ những gì tệp này đã đổi so với --with.",
        ),
    ] = None,
    other: Annotated[
        str,
        typer.Option(
            "--with",
            metavar="TỆP|BẢN",
            help="Với --amend: tệp kế hoạch hoặc bản git (HEAD, v1) đã ban hành.",
        ),
    ] = "HEAD",
    output: Annotated[
        Path | None,
        typer.Option(
            "-o",
            "--output",
            metavar="TỆP|THƯ_MỤC",
            help="Nơi ghi; mặc định là thư mục plans nếu có, hoặc thư mục hiện tại.",
        ),
    ] = None,
    *,
    everything: Annotated[
        bool, typer.Option("--all", help="Đưa vào cả mục khung chỉ khuyến khích.")
    ] = False,
    force: Annotated[bool, typer.Option("--force", help="Ghi đè tệp đã có.")] = False,
) -> int:
    """Lập kế hoạch mới, hoặc kế hoạch sửa đổi.

    Mọi chỉ tiêu, nhiệm vụ bắt buộc với cấp xã có sẵn, đúng mức và hạn của khung; đơn vị chủ trì
    là gợi ý; chỗ người soạn phải quyết định là […]. Thiếu tùy chọn nào thì hỏi trên màn hình.
    --from bắt đầu từ kế hoạch cũ; --amend lập kế hoạch sửa đổi, bổ sung của một kế hoạch.

    Mã thoát: 0 đã ghi, 2 dùng sai, tệp không dùng được hoặc đã có.
    """
    from kehoach.cli.drafting import (  # noqa: PLC0415
        UnusableError,
        Wish,
        draft_amending,
        draft_anew,
        draft_from,
    )
    from kehoach.cli.failing import report_unusable  # noqa: PLC0415
    from kehoach.output.writing import WriteError  # noqa: PLC0415
    from kehoach.source.place import SourceError  # noqa: PLC0415

    wish = Wish(commune, province, framework, profile)
    if output is not None and _is_file(output) and _stands(output, force=force):
        return exits.UNUSABLE  # said before anything is asked
    try:
        if amended is not None:
            draft, name = draft_amending(amended, other, wish, older)
        elif older is not None:
            draft, name = draft_from(older, wish, encouraged=everything)
        else:
            draft, name = draft_anew(wish, encouraged=everything)
        file = _target(output, name)
        if _stands(file, force=force):
            return exits.UNUSABLE
        lines = _write(draft, file)
    except SourceError as error:
        return report_unusable(error)
    except (UnusableError, WriteError) as error:
        typer.echo(f"kehoach: {error}", err=True)
        return exits.UNUSABLE
    for line in lines:
        typer.echo(line)
    return 0


def _is_file(output: Path) -> bool:
    """Tell whether *output* names a plan file and not a folder."""
    return output.suffix in {".yaml", ".yml"} and not output.is_dir()


def _stands(file: Path, *, force: bool) -> bool:
    """Tell whether *file* is there and may not be written over, and say so."""
    if force or not file.exists():
        return False
    typer.echo(f"kehoach: đã có {file.as_posix()}; {_INSTEAD}", err=True)
    return True


def _target(output: Path | None, name: str) -> Path:
    """Return the file to write: *output* itself, or the file *name* in that folder."""
    if output is None:
        output = Path("plans") if Path("plans").is_dir() else Path()
    return output if _is_file(output) else output / f"{name}.yaml"


def _write(draft: "Draft", file: Path) -> list[str]:
    """Write *draft* to *file* once it has been read back; return what is to be said of it."""
    from kehoach.drafting.draft import count_blanks  # noqa: PLC0415
    from kehoach.model.library import Library  # noqa: PLC0415
    from kehoach.model.reading import read_plan  # noqa: PLC0415
    from kehoach.output.writing import write_beside  # noqa: PLC0415
    from kehoach.rules.checking import check_plan  # noqa: PLC0415
    from kehoach.rules.finding import Level  # noqa: PLC0415
    from kehoach.source.resources import project_root  # noqa: PLC0415
    from kehoach.source.tree import parse  # noqa: PLC0415
    from kehoach.source.writing import write_yaml  # noqa: PLC0415

    text = write_yaml(draft.value, draft.comments, _head(file))
    plan = read_plan(parse(text, file.as_posix()))
    findings = check_plan(plan, Library(project_root(Path())).framework).certain
    wrong = sum(found.rule.level is not Level.NOTE for found in findings)
    write_beside(file, text.encode("utf-8"))
    name = file.as_posix()
    targets, tasks = len(list(plan.targets())), len(list(plan.tasks()))
    counts = f"{targets} chỉ tiêu, {tasks} nhiệm vụ, {count_blanks(draft.value)} chỗ […] phải điền"
    mend = [f"còn {wrong} chỗ phải sửa, xem bằng: kehoach validate {name}"] if wrong else []
    look = f"xem bản dự thảo: kehoach render {name}"
    return [*draft.notes, f"đã ghi {name}: {counts}", *mend, look]


def _head(file: Path) -> list[str]:
    """Return the line by which editors find the schema, where the project has it."""
    import os  # noqa: PLC0415

    from kehoach.source.resources import project_root  # noqa: PLC0415

    project = project_root(Path())
    head = ["Bản dự thảo do kehoach new lập; chỗ […] phải điền hoặc quyết định."]
    folder = file.parent.resolve()
    if not (project / _SCHEMA).is_file() or not folder.is_relative_to(project):
        return head
    relative = Path(os.path.relpath(project / _SCHEMA, folder)).as_posix()
    return [f"yaml-language-server: $schema={relative}", *head]
