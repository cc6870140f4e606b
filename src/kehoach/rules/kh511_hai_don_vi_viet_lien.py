"""Hai đơn vị phải có dấu chấm phẩy ở giữa.

Viết liền thì hai đơn vị thành một tên không có thật, không ai nhận việc. Chỉ báo khi mỗi nửa là một
đơn vị mà chỗ khác của kế hoạch có nêu.

Sai: "Văn phòng HĐND và UBND Trung tâm Phục vụ hành chính công"
Đúng: "Văn phòng HĐND và UBND; Trung tâm Phục vụ hành chính công"
"""

import re
from collections.abc import Iterator

from kehoach.rules.context import Context
from kehoach.rules.finding import Finding, Level, Rule

META = Rule("KH511", "hai-don-vi-viet-lien", Level.WARNING, since="0.1.0")

# "Chi bộ", "Công đoàn", "Đảng ủy" stand before the name of the unit that they are in.
_HEAD = re.compile(r"(?:văn phòng|phòng|trung tâm|trạm|công an|ủy ban|uỷ ban|ubnd) ")
_LEAST_WORDS = 3


def check(context: Context) -> Iterator[Finding]:
    """Cut every long name of a unit in two and look for both halves."""
    named = list(context.named_units)
    known = {name.lower() for _, name in named}
    known.update(unit.name.lower() for unit in context.plan.units)
    known.update(w.lower() for unit in context.plan.units for w in unit.writings)
    cuts = {name: cut for name in {name for _, name in named} if (cut := _cut(name, known))}
    for path, name in named:
        if name in cuts:
            first, second = cuts[name]
            yield Finding(
                path,
                f"“{first}” và “{second}” viết liền thành một đơn vị",
                f"viết hai đơn vị: {first}; {second}",
                stretch=(0, len(name)),
                confidence=0.9,
            )


def _cut(name: str, known: set[str]) -> tuple[str, str] | None:
    words = name.split()
    if len(words) < _LEAST_WORDS + 2 or not _HEAD.match(name.lower()):
        return None
    for i in range(_LEAST_WORDS, len(words) - 1):
        first, second = " ".join(words[:i]), " ".join(words[i:])
        if first.lower() in known and second.lower() in known and second[0].isupper():
            return (first, second) if _HEAD.match(second.lower()) else None
    return None
