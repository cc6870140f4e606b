"""``phuc_vu`` của nhiệm vụ phải là mã của một chỉ tiêu trong cùng kế hoạch.

Sai: ``phuc_vu: [ho-so-tructuyen]`` khi kế hoạch chỉ có chỉ tiêu ``ho-so-truc-tuyen``
Đúng: ``phuc_vu: [ho-so-truc-tuyen]``
"""

from collections.abc import Iterable, Iterator
from difflib import get_close_matches

from kehoach.model.plan import Target, Task
from kehoach.rules.context import Context
from kehoach.rules.finding import Finding, Level, Rule

META = Rule("KH103", "phuc-vu-khong-co", Level.ERROR, since="0.1.0")


def check(context: Context) -> Iterator[Finding]:
    """Look up every code that a task serves."""
    return find_unserved(context.plan.targets(), context.plan.tasks())


def find_unserved(targets: Iterable[Target], tasks: Iterable[Task]) -> Iterator[Finding]:
    """Yield a finding for each code that one of *tasks* serves and none of *targets* has."""
    codes = {target.code for target in targets}
    for task in tasks:
        for i, code in enumerate(task.serves):
            if code not in codes:
                close = get_close_matches(code, codes, n=1, cutoff=0.5)
                help_ = f"có phải “{close[0]}”?" if close else "dùng mã của một chỉ tiêu đã có"
                message = f"nhiệm vụ phục vụ chỉ tiêu “{code}” nhưng không có chỉ tiêu này"
                yield Finding((*task.path, "phuc_vu", i), message, help_)
