"""``kehoach render``: the official document."""

from pathlib import Path
from typing import Annotated

import typer

from kehoach.cli import exits


def run(
    plans: Annotated[list[Path], typer.Argument(metavar="KẾ_HOẠCH…", help="Tệp hoặc thư mục.")],
    folder: Annotated[
        Path, typer.Option("-o", "--output", metavar="THƯ_MỤC", help="Nơi ghi tệp DOCX.")
    ] = Path(),
) -> int:
    """Kết xuất văn bản Word đúng thể thức.

    plans/huong-phung.yaml thành THƯ_MỤC/huong-phung.docx.

    Mã thoát: 0 đã ghi đủ, 2 có tệp không dùng được hoặc không ghi được.
    """
    from kehoach.cli.failing import report_unusable  # noqa: PLC0415
    from kehoach.cli.files import expand  # noqa: PLC0415
    from kehoach.document import TemplateFault, render_docx  # noqa: PLC0415
    from kehoach.model.reading import read_plan  # noqa: PLC0415
    from kehoach.output.writing import WriteError, write_beside  # noqa: PLC0415
    from kehoach.source.place import SourceError  # noqa: PLC0415
    from kehoach.source.resources import project_root  # noqa: PLC0415
    from kehoach.source.tree import load  # noqa: PLC0415

    project = project_root(Path())
    status = 0
    try:
        files = [file for file, _ in expand(plans)]
    except SourceError as error:
        return report_unusable(error)
    for file in files:
        target = folder / f"{file.stem}.docx"
        try:
            data = render_docx(read_plan(load(file, file.as_posix())), project)
            write_beside(target, data)
        except SourceError as error:
            status = report_unusable(error)
        except (TemplateFault, WriteError) as error:
            typer.echo(f"kehoach: {error}", err=True)
            status = exits.UNUSABLE
        else:
            typer.echo(f"đã ghi {target.as_posix()}")
    return status
