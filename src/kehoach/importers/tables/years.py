"""The year that heads the figures of targets, which is when they are due."""

import re
from collections.abc import Iterable, Sequence
from typing import Any

from kehoach.importers.blocks import Line
from kehoach.importers.draft import Piece, Sureness
from kehoach.importers.tables.columns import Column, Role
from kehoach.importers.tables.row import origins

_YEAR = re.compile(r"năm [0-9]{4}", re.IGNORECASE)


def year_of(columns: Iterable[Column], lines: Sequence[Line]) -> Piece | None:
    """Return the year that heads the figures of targets, which is when they are due."""
    for column in columns:
        if column.role is Role.FIGURE and (year := _YEAR.search(column.label)):
            return Piece(
                year[0],
                origins(lines),
                Sureness.LIKELY,
                "Hạn lấy từ tiêu đề cột của bảng gốc.",
            )
    return None


_BEHIND_DEADLINE = ("chu_tri", "phoi_hop", "ghi_chu", "chi_tieu")


def give_deadline(nodes: Iterable[dict[str, Any]], year: Piece) -> None:
    """Give every target below *nodes* that has a figure and no deadline the *year*."""
    for node in nodes:
        for target in node.get("chi_tieu", ()):
            if "muc_dat" in target and "han" not in target:
                behind = {key: target.pop(key) for key in _BEHIND_DEADLINE if key in target}
                target.update({"han": year, **behind})
        give_deadline(node.get("muc", ()), year)
