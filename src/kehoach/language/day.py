"""Days as tables and messages show them."""

import datetime as dt


def show_day(day: dt.date | None) -> str:
    """Return *day* as 14/10/2025, "" without one; all have one width, whatever the platform."""
    return "" if day is None else f"{day.day:02}/{day.month:02}/{day.year:04}"
