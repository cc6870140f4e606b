"""docxtpl at the work of `kehoach render`, for `render.py`: TEMPLATE DATA_FOLDER OUT PROCESSES."""

import json
import sys
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path
from typing import Any

from docxtpl import DocxTemplate


def fill(template: Path, data: dict[str, Any], target: Path) -> None:
    """Fill the template with *data*."""
    document = DocxTemplate(str(template))
    document.render(data, autoescape=True)
    document.save(str(target))


def fill_file(template: Path, folder: Path, file: Path) -> None:
    """Fill the template with what *file* holds."""
    fill(template, json.loads(file.read_text(encoding="utf-8")), folder / f"{file.stem}.docx")


def main() -> None:
    """Fill the template with each file of a folder."""
    template, data, out = map(Path, sys.argv[1:4])
    processes = int(sys.argv[4])
    out.mkdir(exist_ok=True)
    files = sorted(data.glob("*.json"))
    work = partial(fill_file, template, out)
    if processes == 1:
        for file in files:
            work(file)
        return
    with ProcessPoolExecutor(processes) as pool:
        list(pool.map(work, files, chunksize=16))


if __name__ == "__main__":
    main()
