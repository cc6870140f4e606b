"""Frameworks that a document cites: by its whole symbol, no part of another."""

from pathlib import Path

import pytest

from kehoach.importers.blocks import Origin
from kehoach.importers.frameworks import cited_frameworks
from kehoach.importers.passages import Passage
from kehoach.model.library import Library

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Căn cứ Kế hoạch số 11-KH/BCĐ ngày 28/7/2026", ["khanh-hoa-11-kh-bcd"]),
        ("Căn cứ Kế hoạch số 111-KH/BCĐ ngày 28/7/2026", []),
        ("Căn cứ Kế hoạch số 11-KH/BCĐTW ngày 28/7/2026", []),
        ("thực hiện Kế hoạch 05-KH/BCĐTW.", ["05-kh-bcdtw"]),
        ("Ke hoach so 02- KH/BCDTW", ["02-kh-bcdtw"]),
    ],
)
def test_a_framework_is_cited_by_its_whole_symbol(text: str, codes: list[str]) -> None:
    passage = Passage(text, ((0, Origin("a.txt", 1, 1)),))
    assert [piece.text for piece in cited_frameworks([passage], Library(ROOT))] == codes
