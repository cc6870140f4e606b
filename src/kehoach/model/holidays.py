"""Days on which offices are closed: weekends and the table ``templates/lich/ngay-nghi.yaml``.

The table says by year which days are holidays and which weekend days are worked instead, each with
its legal source: the government swaps days by a notice of its own each year, which no rule and no
library gives before. Of a year that the table does not have, only weekends are known.
"""

import datetime as dt
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path as FilePath

from kehoach.source.resources import find_template
from kehoach.source.tree import load

_TABLE = "lich/ngay-nghi.yaml"
_WEEKEND = {5: "thứ Bảy", 6: "Chủ nhật"}
_ONE_DAY = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Calendar:
    """Holidays by day with their names, and the weekend days that are worked."""

    closed: dict[dt.date, str]
    worked: frozenset[dt.date]

    def day_off(self, day: dt.date) -> str:
        """Return why offices are closed on *day* ("thứ Bảy", "nghỉ Quốc khánh"), "" if open."""
        if day in self.closed:
            return f"nghỉ {self.closed[day]}"
        return "" if day in self.worked else _WEEKEND.get(day.weekday(), "")

    def working_days(self, after: dt.date, until: dt.date) -> int:
        """Count the working days behind *after* up to *until*; negative where it lies before."""
        if until < after:
            return -self.working_days(until, after)
        days = (after + _ONE_DAY * i for i in range(1, (until - after).days + 1))
        return sum(not self.day_off(day) for day in days)

    def knows(self, year: int) -> bool:
        """Tell whether the table has holidays of *year*."""
        return any(day.year == year for day in self.closed)


@lru_cache
def calendar(project: FilePath) -> Calendar:
    """Return the calendar of *project*; raises `SourceError` where its table cannot be read."""
    file = find_template(_TABLE, project)
    if file is None:
        return Calendar({}, frozenset())
    table = load(file, f"templates/{_TABLE}").value
    closed = {}
    for row in table["nghi"]:
        day = dt.date.fromisoformat(row["tu"])
        while day <= dt.date.fromisoformat(row["den"]):
            closed[day] = row["ten"]
            day += _ONE_DAY
    return Calendar(
        closed, frozenset(dt.date.fromisoformat(row["ngay"]) for row in table["lam_bu"])
    )
