"""Một chỉ tiêu chỉ được có một mức đạt trong kế hoạch.

Hai chỉ tiêu cùng nội dung, cùng hạn, cùng phạm vi mà mức đạt khác nhau thì không biết theo mức nào.
Con số trong nhiệm vụ phục vụ chỉ tiêu được so bằng độ giống của lời văn, nên chỉ hiện khi yêu cầu
cả phát hiện chưa chắc.

Sai: chỉ tiêu "tối thiểu 80% hồ sơ trực tuyến" và nhiệm vụ phục vụ nó ghi "70% hồ sơ trực tuyến"
Đúng: cùng ghi tối thiểu 80%
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from kehoach.language.fold import fold
from kehoach.language.quantity import Quantity, find_quantities
from kehoach.model.plan import Target, Task
from kehoach.rules.context import Context
from kehoach.rules.finding import Finding, Level, Rule
from kehoach.rules.phrases import subject_words, task_texts

META = Rule("KH405", "chi-tieu-hai-con-so", Level.WARNING, since="0.1.0")

_CLAUSE = re.compile(r"[.;:](?=\s)")
_LIKE = 0.5
_VERY_LIKE = 0.8  # where no task says which target it serves
_LEAST_WORDS = 3
_UNSURE = 0.7


def check(context: Context) -> Iterator[Finding]:
    """Compare targets of one content, then the tasks that serve a target with it."""
    first: dict[tuple[str, ...], Target] = {}
    for target in context.plan.targets():
        if not target.figure:
            continue
        fields = (target.content, target.deadline, target.scope, target.exclusion, target.since)
        same = first.setdefault(tuple(map(str.casefold, fields)), target)
        if same is not target and not _equal(same.quantity, target.quantity):
            yield Finding(
                (*target.path, "muc_dat"),
                f"cùng chỉ tiêu này đã có mức đạt “{same.figure}”",
                "chỉ giữ một mức đạt",
                related=(*same.path, "muc_dat"),
                related_message="mức đạt kia ở đây",
            )
    by_code = {target.code: target for target in context.plan.targets() if target.code}
    for task in context.plan.tasks():
        served = [by_code[code] for code in task.serves if code in by_code]
        if served:
            yield from _in_task(task, served, _LIKE)
    if not any(task.serves for task in context.plan.tasks()):
        shares = [target for target in by_code.values() if "%" in target.figure]
        for task in context.plan.tasks() if shares else ():
            yield from _in_task(task, shares, _VERY_LIKE)


def _in_task(task: Task, served: Sequence[Target], least: float) -> Iterator[Finding]:
    for path, text in task_texts(task):
        if "%" not in text:
            continue
        for quantity in find_quantities(text):
            same = [t for t in served if t.quantity and t.quantity.unit == quantity.unit == "%"]
            if not same or any(_equal(t.quantity, quantity) for t in same):
                continue
            words = _clause(text, quantity, only_behind=least == _VERY_LIKE)
            clause = subject_words(words)
            if len(clause) < _LEAST_WORDS:
                continue
            like = next((t for t in same if _overlap(clause, t.content) >= least), None)
            if like:
                yield Finding(
                    path,
                    f"con số này khác mức đạt “{like.figure}” của chỉ tiêu",
                    "ghi cùng một con số",
                    stretch=(quantity.start, quantity.end),
                    related=(*like.path, "muc_dat"),
                    related_message="mức đạt của chỉ tiêu ở đây",
                    confidence=_UNSURE,
                )


def _equal(one: Quantity | None, other: Quantity | None) -> bool:
    if one is None or other is None:
        return one is other
    return (one.operator, one.value, fold(one.unit)) == (
        other.operator,
        other.value,
        fold(other.unit),
    )


def _overlap(clause: frozenset[str], content: str) -> float:
    return len(clause & subject_words(content)) / len(clause) if clause else 0.0


def _clause(text: str, quantity: Quantity, *, only_behind: bool) -> str:
    """Return the clause around *quantity*, or what is behind it, without its own words."""
    cuts = [0, *(cut.end() for cut in _CLAUSE.finditer(text)), len(text)]
    begin, end = next(
        (a, b) for a, b in pairwise(cuts) if a <= quantity.start < b or b == len(text)
    )
    if only_behind:
        return text[quantity.end : end]
    return f"{text[begin : quantity.start]} {text[quantity.end : end]}"
