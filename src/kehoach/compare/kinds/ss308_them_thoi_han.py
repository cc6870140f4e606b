"""Nhiệm vụ được đặt thời hạn mà trước đó không có.

Khung thường để kế hoạch tự đặt thời hạn cho nhiệm vụ, nên chỉ nói khi so hai bản.
"""

from kehoach.compare.difference import Direction, Kind, Sides, Subject
from kehoach.model.plan import Task

META = Kind(
    "SS308", "them-thoi-han", Direction.NEUTRAL, mirror="SS307", subject=Subject.TASK, versions=True
)


def find(above: Task, below: Task) -> Sides | None:
    """Look for a deadline that was not there."""
    if below.deadline and not above.deadline:
        return f"thời hạn {below.deadline}", "không nêu"
    return None
