"""Mã của chỉ tiêu, nhiệm vụ không được trùng nhau trong một kế hoạch.

Mã là tên bền của một mục: so sánh, báo cáo tiến độ và ``phuc_vu`` đều gọi mục bằng mã, nên hai
mục cùng mã thì không biết đang nói về mục nào.

Sai: hai nhiệm vụ cùng ``ma: tap-huan``
Đúng: ``ma: tap-huan-can-bo`` và ``ma: tap-huan-to-cong-nghe-so``
"""

from collections.abc import Iterable, Iterator

from kehoach.model.plan import Target, Task
from kehoach.rules.context import Context
from kehoach.rules.finding import Finding, Level, Rule
from kehoach.source.place import Path

META = Rule("KH101", "ma-trung", Level.ERROR, since="0.1.0")


def check(context: Context) -> Iterator[Finding]:
    """Compare the codes of all targets and tasks."""
    return find_repeated(context.plan.items())


def find_repeated(items: Iterable[Target | Task]) -> Iterator[Finding]:
    """Yield a finding for each of *items* whose code an earlier one has."""
    first: dict[str, Path] = {}
    for item in items:
        path = (*item.path, "ma")
        if item.code in first:
            yield Finding(
                path,
                f"mã “{item.code}” đã dùng cho mục khác trong tệp này",
                "đặt mã khác cho một trong hai mục",
                related=first[item.code],
            )
        else:
            first[item.code] = path
