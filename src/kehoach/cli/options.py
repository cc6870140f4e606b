"""Options and arguments that several commands have."""

from pathlib import Path
from typing import Annotated

import typer

ConfigurationFile = Annotated[
    Path | None,
    typer.Option(metavar="TỆP", help="Tệp cấu hình; mặc định kehoach.toml gần nhất."),
]
Plans = Annotated[list[Path], typer.Argument(metavar="KẾ_HOẠCH…", help="Tệp hoặc thư mục.")]
