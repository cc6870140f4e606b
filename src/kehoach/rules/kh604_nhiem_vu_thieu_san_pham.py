"""Nhiệm vụ được giao nên nêu sản phẩm.

Không có sản phẩm thì đến hạn không có gì để nghiệm thu. Kế hoạch có sản phẩm ở phần lớn nhiệm vụ
thì nhắc từng nhiệm vụ còn thiếu; kế hoạch không nêu sản phẩm nào thì nhắc một lần.

Sai: nhiệm vụ "Ban hành quy chế" không có ``san_pham`` trong bảng có cột sản phẩm
Đúng: ``san_pham: Quyết định ban hành Quy chế``
"""

from collections.abc import Iterator

from kehoach.rules.context import Context
from kehoach.rules.finding import Finding, Level, Rule
from kehoach.rules.leading import LEAST_TASKS
from kehoach.rules.phrases import shortened

META = Rule("KH604", "nhiem-vu-thieu-san-pham", Level.NOTE, since="0.1.0")


def check(context: Context) -> Iterator[Finding]:
    """Look for assigned tasks without a deliverable."""
    tasks = tuple(context.plan.assigned_tasks())
    if len(tasks) < LEAST_TASKS:
        return
    without = [task for task in tasks if not task.deliverable and not task.tasks]
    if len(without) == len(tasks):
        yield Finding(
            tasks[0].path,
            f"không nhiệm vụ nào trong {len(tasks)} nhiệm vụ được giao nêu sản phẩm",
            "ghi san_pham ở từng nhiệm vụ: văn bản, con số hoặc kết quả phải có khi xong việc",
        )
    elif 2 * len(without) < len(tasks):
        for task in without:
            yield Finding(
                task.path,
                f"nhiệm vụ “{shortened(task.title)}” không nêu sản phẩm",
                "ghi ở san_pham văn bản, con số hoặc kết quả phải có khi xong việc",
            )
