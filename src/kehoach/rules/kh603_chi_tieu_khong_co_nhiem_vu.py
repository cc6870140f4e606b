"""Mỗi chỉ tiêu nên có nhiệm vụ phục vụ nó.

Chỉ xét kế hoạch đã ghi ``phuc_vu`` ở nhiệm vụ: chỉ tiêu không có nhiệm vụ nào phục vụ thì không ai
làm cho nó đạt. Chỉ tiêu con và chỉ tiêu chứa nó tính chung.

Sai: chỉ tiêu "82 nhóm thủ tục" mà không nhiệm vụ nào ghi ``phuc_vu: [tthc-82-nhom]``
Đúng: ``phuc_vu: [tthc-82-nhom]`` ở nhiệm vụ rà soát thủ tục hành chính
"""

from collections.abc import Iterator

from kehoach.model.plan import Target
from kehoach.rules.context import Context
from kehoach.rules.finding import Finding, Level, Rule

META = Rule("KH603", "chi-tieu-khong-co-nhiem-vu", Level.NOTE, since="0.1.0")


def check(context: Context) -> Iterator[Finding]:
    """Look for targets that no task serves, in plans whose tasks serve targets."""
    served = frozenset(code for task in context.plan.tasks() for code in task.serves)
    if not served:
        return
    for section in context.plan.walk():
        for target in section.targets:
            if not _is_served(target, served):
                yield Finding(
                    target.path,
                    "không nhiệm vụ nào phục vụ chỉ tiêu này",
                    "thêm nhiệm vụ, hoặc thêm mã chỉ tiêu vào phuc_vu của nhiệm vụ đã có",
                )


def _is_served(target: Target, served: frozenset[str]) -> bool:
    return target.code in served or any(_is_served(child, served) for child in target.targets)
