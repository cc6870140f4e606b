"""Hạn là một ngày cụ thể nên là ngày làm việc.

Hạn rơi vào ngày nghỉ thì theo khoản 5 Điều 148 Bộ luật Dân sự 2015 được tính sang ngày làm việc
tiếp theo: người giao việc nghĩ một ngày, người làm tính một ngày. Ngày nghỉ lễ lấy theo
``templates/lich/ngay-nghi.yaml``. Hạn "trước ngày …", hạn theo tháng, quý, năm và hạn của chỉ tiêu,
ngày của lễ, hội không xét.

Sai: ``thoi_han: 20/12/2025`` (thứ Bảy)
Đúng: ``thoi_han: 19/12/2025``
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path as FilePath

from kehoach.language.deadline import Deadline, Kind
from kehoach.language.fold import fold
from kehoach.language.pattern import late_pattern
from kehoach.model.holidays import Calendar, calendar
from kehoach.rules.context import Context
from kehoach.rules.deadlines import written_day
from kehoach.rules.finding import Finding, Level, Rule
from kehoach.source.place import Path
from kehoach.source.resources import project_root

META = Rule("KH308", "han-roi-ngay-nghi", Level.NOTE, since="0.1.0")

# What is held on such days on purpose.
_EVENT = late_pattern(
    r"ngày hội|\blễ\b|hội thi|hội thao|giải |chào mừng|hưởng ứng|kỷ niệm|ra quân|bầu cử|chiến dịch"
    r"|phong trào",
    re.IGNORECASE,
)


def check(context: Context) -> Iterator[Finding]:
    """Look up the day of every deadline of tasks and reports that is a day."""
    titles: dict[Path, str] = {}
    for path, _, deadline in context.deadlines:
        is_work = path[-1] == "thoi_han" or path[0] == "che_do_bao_cao"
        if deadline is None or not is_work:
            continue
        for part in deadline.parts or (deadline,):
            if part.due and _names_its_day(part) and (why := _days().day_off(part.due)):
                titles = titles or {task.path: task.title for task in context.plan.tasks()}
                if _EVENT.search(titles.get(path[:-1], "")):
                    break
                yield Finding(
                    path,
                    f"hạn ngày {written_day(part.due)} là ngày {why}",
                    "chọn ngày làm việc liền trước hoặc liền sau",
                )


@lru_cache
def _days() -> Calendar:
    return calendar(project_root(FilePath.cwd()))


def _names_its_day(deadline: Deadline) -> bool:
    return deadline.kind is Kind.FIXED and "trước" not in fold(deadline.text)
