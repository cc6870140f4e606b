"""Nhiệm vụ được đặt thời hạn mà trước đó không có.

Khung thường để kế hoạch tự đặt thời hạn cho nhiệm vụ, nên chỉ nói khi so hai bản.
"""

from kehoach.compare.difference import Direction, Item, Kind, Sides
from kehoach.model.plan import Task

META = Kind("SS308", "them-thoi-han", Direction.NEUTRAL, mirror="SS307", versions=True)


def find(above: Item, below: Item) -> Sides | None:
    """Look for a deadline that was not there."""
    if isinstance(above, Task) and below.deadline and not above.deadline:
        return f"thời hạn {below.deadline}", "không nêu"
    return None
