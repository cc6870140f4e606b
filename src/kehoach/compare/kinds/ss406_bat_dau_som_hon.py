"""Mốc bắt đầu sớm hơn mốc của khung."""

from kehoach.compare.difference import Direction, Kind, Sides, Subject
from kehoach.compare.due_days import start_lag
from kehoach.model.plan import Target

META = Kind("SS406", "bat-dau-som-hon", Direction.STRICTER, mirror="SS405", subject=Subject.TARGET)


def find(above: Target, below: Target) -> Sides | None:
    """Compare the first days."""
    days = start_lag(above, below)
    if days is not None and days < 0:
        return f"tính từ {below.since}", f"từ {above.since}"
    return None
