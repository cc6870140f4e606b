"""Days on which offices are closed: weekends and the table ``templates/lich/ngay-nghi.yaml``."""

import datetime as dt
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path as FilePath

import yaml

from kehoach.source.resources import find_template, project_root

_TABLE = "lich/ngay-nghi.yaml"
_WEEKEND = {5: "thứ Bảy", 6: "Chủ nhật"}


def day_off(day: dt.date) -> str:
    """Return why offices are closed on *day* ("thứ Bảy", "nghỉ Quốc khánh"), "" where they work."""
    closed, worked = _table(project_root(FilePath.cwd()))
    if day in closed:
        return f"nghỉ {closed[day]}"
    return "" if day in worked else _WEEKEND.get(day.weekday(), "")


@lru_cache
def _table(project: FilePath) -> tuple[Mapping[dt.date, str], frozenset[dt.date]]:
    """Return the holidays by day with their names, and the weekend days that are worked."""
    file = find_template(_TABLE, project)
    if file is None:
        return {}, frozenset()
    table = yaml.load(file.read_text(encoding="utf-8"), yaml.CSafeLoader)
    closed = {
        row["tu"] + dt.timedelta(days=later): row["ten"]
        for row in table["nghi"]
        for later in range((row["den"] - row["tu"]).days + 1)
    }
    return closed, frozenset(row["ngay"] for row in table["lam_bu"])
