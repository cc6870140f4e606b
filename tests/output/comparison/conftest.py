"""Comparisons to draw: a real one, and one whose texts try to break out."""

import json
import re
import shutil
import subprocess
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest

from kehoach.cli.comparing import Comparer, Wanted
from kehoach.compare.laying_out import lay_out_versions
from kehoach.compare.verdict import Verdict
from kehoach.compare.versions import compare_versions
from kehoach.model.reading import read_plan
from kehoach.output.comparison.minutes import Minutes, minutes_of
from kehoach.output.comparison.rows import Row, Rows, Side, rows_of
from kehoach.source.tree import parse

ROOT = Path(__file__).parents[3]
BROWSER = next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), ""
)
SCRIPT = "</script><script>document.title = 'hỏng'</script>"
TEXTS = (
    SCRIPT,
    "<img src=x onerror=\"document.title='hỏng'\">",
    "'\"` &amp; & \\ ${1} {{ 1 }} | *đậm* _nghiêng_ \u2028 hết",
    "=1+1",
    "<!-- </style> ]]>",
)


@lru_cache
def _rows_of(*names: str) -> tuple[Rows, ...]:
    files = [ROOT / "plans" / f"{name}.yaml" for name in names]
    comparer = Comparer(Wanted())
    return tuple(rows_of(sheet) for file in files for sheet in comparer.compare(file))


@pytest.fixture
def data() -> Callable[[str], dict[str, Any]]:
    """Give what reads the data of a page."""

    def read(page: str) -> dict[str, Any]:
        found = re.search(
            r'<script id="du-lieu" type="application/json">(.*?)</script>', page, re.DOTALL
        )
        assert found
        values: dict[str, Any] = json.loads(found[1])
        return values

    return read


@pytest.fixture
def browse(tmp_path: Path) -> Callable[..., str]:
    """Give what shows a page as Chromium has it once a script has run in it."""
    if not BROWSER:
        pytest.skip("no Chromium here")

    def shown(page: str, script: str = "") -> str:
        file = tmp_path / "trang.html"
        file.write_text(page.replace("</body>", f"<script>{script}</script></body>"), "utf-8")
        options = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"]
        options.append("--virtual-time-budget=3000")  # what waits for typing to end is done at once
        profile = f"--user-data-dir={tmp_path / 'chromium'}"
        command = [BROWSER, *options, profile, "--dump-dom", file.as_uri()]
        done = subprocess.run(command, capture_output=True, timeout=120, check=True)
        text = done.stdout.decode("utf-8")
        assert 'data-xong="1"' in text, done.stderr.decode("utf-8", "replace")[-2000:]
        return re.sub(r"<script.*?</script>", "", text, flags=re.DOTALL)

    return shown


CHANGES = (
    ("tối thiểu 60%", "tối thiểu 50%"),
    ("muc_dat: 10%", "muc_dat: 20%"),
    ("han: năm 2026", "han: năm 2027"),
    ("de_muc: Kinh phí thực hiện và nguồn lực hỗ trợ", "de_muc: Kinh phí và nguồn lực"),
    ("mo_dau: >-", "  - Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị\nmo_dau: >-"),
    ("- ma: chia-se-du-lieu", "- ma: trong-cay"),
    ("            khung: 02-kh-bcdtw/chia-se-du-lieu\n", ""),
    (
        "Các cơ quan trong hệ thống chính trị kết nối, chia sẻ dữ liệu xong với nhau",
        "Trồng cây xanh ở mọi trường học",
    ),
)
"""What was changed in the plan of Xuân Hưng: less, more, later, another item, a
heading, a basis."""


@pytest.fixture
def minutes() -> Minutes:
    """Minutes of changes in a real plan."""
    text = (ROOT / "plans/xuan-hung.yaml").read_text("utf-8")
    old = parse(text, "HEAD~1:plans/xuan-hung.yaml")
    for before, after in CHANGES:
        assert before in text
        text = text.replace(before, after)
    new = parse(text, "plans/xuan-hung.yaml")
    return minutes_of(lay_out_versions(compare_versions(read_plan(old), read_plan(new)), new, old))


@pytest.fixture
def plans() -> Callable[..., tuple[Rows, ...]]:
    """Give the rows of plans of the project, by their names, against their frameworks."""
    return _rows_of


@pytest.fixture
def hostile_texts() -> tuple[str, ...]:
    """Texts that would break out of what is not escaped; the first one is a script."""
    return TEXTS


@pytest.fixture
def hostile() -> Rows:
    """Rows whose every text is hostile."""
    verdicts = list(Verdict)
    rows = []
    for i, text in enumerate(TEXTS):
        side = Side(f"ma-{i}", text, text, f"plans/{text}.yaml", i + 1)
        row = Row(
            code=f"ma-{i}",
            target=True,
            verdict=verdicts[i],
            word=text,
            binding="bắt buộc",
            binds=True,
            certainty="chắc chắn",
            above=side,
            below=(side,),
            notes=(text,),
        )
        rows.append(row)
    return Rows(
        plan="a",
        title=SCRIPT,
        commune=SCRIPT,
        province=SCRIPT,
        framework="thu",
        document=SCRIPT,
        cited=SCRIPT,
        called=SCRIPT,
        other="khung",
        of_commune=True,
        binding=True,
        rows=tuple(rows),
        bases=TEXTS,
    )
