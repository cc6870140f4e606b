"""docxtpl at the work of `kehoach render`, for `render.py`: TEMPLATE DATA_FOLDER OUT PROCESSES."""

import json
import sys
from concurrent.futures import ProcessPoolExecutor
from functools import lru_cache, partial
from pathlib import Path
from typing import Any

from docxtpl import DocxTemplate
from jinja2 import Environment


def citation(cited: dict[str, str]) -> str:
    """Word a legal basis: the macro ``ten_van_ban`` of kehoach's template, in Python."""
    if cited["cau"]:
        return cited["cau"].rstrip(".,; ")
    title = cited["trich_yeu"].rstrip(".,; ")
    words = [cited["ten_loai"], cited["so_ngay"]]
    if cited["co_quan"]:
        words += ["của", cited["co_quan"]]
    if title:
        starts = ("về ", "ban hành ", "phê duyệt ", "quy định ", "thực hiện ", "triển khai ")
        words += [title[:1].lower() + title[1:] if title.lower().startswith(starts) else title]
    return " ".join(filter(None, words))


@lru_cache
def environment() -> Environment:
    """Return the Jinja environment with the filters that the template needs."""
    made = Environment(autoescape=True)
    made.filters["ten_van_ban"] = citation
    made.filters["hoa_dau"] = lambda text: text[:1].upper() + text[1:]
    return made


def fill(template: Path, data: dict[str, Any], target: Path) -> None:
    """Fill the template with *data*."""
    document = DocxTemplate(str(template))
    document.render(data, jinja_env=environment(), autoescape=True)
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
