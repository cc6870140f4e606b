"""Đơn vị có phần phân công nên chủ trì hoặc phối hợp ít nhất một nhiệm vụ.

Phần tổ chức thực hiện nêu một đơn vị mà không nhiệm vụ nào có tên đơn vị đó: hoặc việc của đơn vị
chỉ nằm trong lời văn, không có thời hạn, sản phẩm; hoặc phần này chép từ kế hoạch khác. Mặt trận,
đoàn thể, cơ quan đảng, doanh nghiệp và các nhóm đơn vị không xét. Chưa chắc, nên chỉ hiện khi yêu
cầu.

Sai: mục "Phòng Kinh tế" giao trình kinh phí, nhưng không nhiệm vụ nào có Phòng Kinh tế
Đúng: nhiệm vụ "Bố trí kinh phí" có ``chu_tri: [Phòng Kinh tế]``
"""

from collections.abc import Iterator

from kehoach.language.fold import fold
from kehoach.language.pattern import late_pattern
from kehoach.language.unit import is_generic
from kehoach.model.plan import Task
from kehoach.rules.context import Context
from kehoach.rules.finding import Finding, Level, Rule
from kehoach.rules.leading import LEAST_TASKS, unit_key

META = Rule("KH610", "don-vi-khong-chu-tri-viec-nao", Level.NOTE, since="0.1.0")

_BESIDE = late_pattern(
    r"mặt trận|mttq|\bđoàn\b|(?<!xã )\bhội\b|đảng|chi bộ|ban chỉ đạo|doanh nghiệp|ngân hàng"
    r"|\A(?:ubnd|ủy ban nhân dân)|\bthôn\b|trường|đề nghị|quân sự"
)


def check(context: Context) -> Iterator[Finding]:
    """Look for units with duties that no task names."""
    plan = context.plan
    # What a section of duties gives its own unit is what is looked for elsewhere.
    own = {task.path for section in plan.walk() if section.units for task in section.tasks}
    items = [item for item in plan.items() if item.path not in own]
    if sum(isinstance(item, Task) and bool(item.leads) for item in items) < LEAST_TASKS:
        return
    busy = {unit_key(context, unit) for item in items for unit in (*item.leads, *item.cooperating)}
    for section in plan.walk():
        for i, unit in enumerate(section.units):
            if is_generic(unit) or _BESIDE.search(fold(unit)):
                continue
            if unit_key(context, unit) not in busy:
                yield Finding(
                    (*section.path, "don_vi", i),
                    f"“{unit}” có phần phân công nhưng không có trong nhiệm vụ nào",
                    "thêm nhiệm vụ do đơn vị này chủ trì hoặc phối hợp",
                    confidence=0.7,
                )
