"""Comparisons to draw: a real one, and one whose texts try to break out."""

from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

import pytest

from kehoach.cli.comparing import Comparer, Wanted
from kehoach.compare.verdict import Verdict
from kehoach.output.comparison.rows import Row, Rows, Side, rows_of

ROOT = Path(__file__).parents[3]
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
        called=SCRIPT,
        other="khung",
        of_commune=True,
        binding=True,
        rows=tuple(rows),
        bases=TEXTS,
    )
