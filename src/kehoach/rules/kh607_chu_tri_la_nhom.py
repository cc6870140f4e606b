"""Đơn vị chủ trì nên là một đơn vị có tên.

Giao cho "các cơ quan, đơn vị thuộc UBND xã" thì mọi đơn vị đều chủ trì, không đơn vị nào chịu trách
nhiệm. Chỉ xét nhiệm vụ mà cả phần chủ trì là nhóm; việc mỗi đơn vị tự làm phần mình thì chấp nhận
được, nên chỉ là ghi chú.

Sai: ``chu_tri: ["Các cơ quan, đơn vị thuộc UBND xã"]``
Đúng: ``chu_tri: [Văn phòng HĐND và UBND]`` và ``phoi_hop: ["Các cơ quan, đơn vị thuộc UBND xã"]``
"""

from collections.abc import Iterator

from kehoach.language.fold import fold
from kehoach.language.pattern import late_pattern
from kehoach.language.unit import is_generic
from kehoach.rules.context import Context
from kehoach.rules.finding import Finding, Level, Rule
from kehoach.rules.leading import is_circular
from kehoach.rules.phrases import shortened

META = Rule("KH607", "chu-tri-la-nhom", Level.NOTE, since="0.1.0")

_OFFICES = late_pattern(r"cơ quan|đơn vị|phòng|ban, ngành|ngành")


def check(context: Context) -> Iterator[Finding]:
    """Look for tasks that only groups lead."""
    for task in context.plan.assigned_tasks():
        if all(_is_offices(lead) for lead in task.leads):
            yield Finding(
                (*task.path, "chu_tri"),
                f"“{shortened(task.leads[0])}” là nhóm, không phải một đơn vị chủ trì",
                "ghi tên một đơn vị chủ trì, để nhóm ở phối hợp",
            )


def _is_offices(lead: str) -> bool:
    """Tell a group of offices, which has a head to name, from villages, schools, enterprises."""
    return is_generic(lead) and not is_circular(lead) and bool(_OFFICES.search(fold(lead)))
