"""Con số phải đạt vào một mốc thì thời hạn phải là mốc đó.

Câu ghi "đến cuối năm 2025, tối thiểu 80% hồ sơ" mà thời hạn ghi "thường xuyên" là hai hạn. Nhiệm vụ
có tên là một tỷ lệ phải đạt ("Tỷ lệ … đạt trên 50%", "50% cửa hàng …") mà ghi "thường xuyên" thì
không biết bao giờ phải đạt: chỉ hiện khi yêu cầu cả phát hiện chưa chắc.

Sai: ``noi_dung: Cuối năm 2025, tối thiểu 80% hồ sơ trực tuyến`` với ``thoi_han: thường xuyên``
Đúng: ``thoi_han: 31/12/2025``
"""

import re
from collections.abc import Iterable, Iterator

from kehoach.language.deadline import read_deadline
from kehoach.language.pattern import late_pattern
from kehoach.rules.context import Context
from kehoach.rules.finding import Finding, Level, Rule
from kehoach.rules.phrases import task_texts
from kehoach.source.place import Path

META = Rule("KH409", "moc-ngay-nhung-lap-lai", Level.WARNING, since="0.1.0")

_DAY = late_pattern(
    r"\b(?:đến|trước|hết|cuối|trong)(?: hết| cuối)? (?:ngày [0-9]{1,2}/[0-9]{1,2}/"
    r"|tháng [0-9]{1,2}/|quý [IV]+/|năm )20[0-9]{2}",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[^.;]*")
_SHARE = re.compile(r"\b[0-9]+(?:,[0-9]+)? ?%")
_NAME_OF_A_DOCUMENT = late_pattern(
    r"\bsố [0-9]|giai đoạn|định hướng|tầm nhìn|phê duyệt|đề án", re.IGNORECASE
)
_RATE = late_pattern(
    r"\A(?:(?:tỷ lệ|tỉ lệ)\b.*\bđạt\b"
    r"|(?=.*(?<![0-9,])[0-9]{1,2}(?:,[0-9]+)? ?%)"  # all of them, always, is a standard
    r"(?:(?:phấn đấu|tối thiểu|ít nhất|trên) )*[0-9]+(?:,[0-9]+)? ?%)",
    re.IGNORECASE,
)


def check(context: Context) -> Iterator[Finding]:
    """Compare what recurs with the days and shares in its texts."""
    for target in context.plan.targets():
        if target.figure and _recurs(target.deadline):
            texts = (
                ((*target.path, "noi_dung"), target.content),
                ((*target.path, "pham_vi"), target.scope),
            )
            yield from _at_a_day(target.path, "han", target.deadline, texts, has_figure=True)
    for task in context.plan.tasks():
        if not _recurs(task.deadline):
            continue
        found = list(_at_a_day(task.path, "thoi_han", task.deadline, task_texts(task)))
        yield from found
        if not found and "%" in task.name and _RATE.match(task.name):
            yield Finding(
                (*task.path, "thoi_han"),
                f"tỷ lệ phải đạt mà thời hạn ghi “{task.deadline}”",
                "ghi ngày phải đạt tỷ lệ này",
                confidence=0.7,
            )


def _at_a_day(
    path: Path,
    key: str,
    deadline: str,
    texts: Iterable[tuple[Path, str]],
    *,
    has_figure: bool = False,
) -> Iterator[Finding]:
    """Yield a finding on the first text that names a day for a share."""
    for place, text in texts:
        if day := _dated_share(text, is_share=has_figure):
            yield Finding(
                (*path, key),
                f"câu ghi mốc “{day[0]}”, thời hạn lại ghi “{deadline}”",
                "ghi mốc đó làm thời hạn",
                related=place,
                related_message="mốc nêu ở đây",
                confidence=0.85,
            )
            return


def _recurs(text: str) -> bool:
    deadline = read_deadline(text) if text else None
    return deadline is not None and deadline.due is None and bool(deadline.every)


def _dated_share(text: str, *, is_share: bool) -> re.Match[str] | None:
    """Return the day in a sentence that has a share too, or any day where *is_share*."""
    if "20" not in text:
        return None
    for sentence in _SENTENCE.finditer(text):
        day = _DAY.search(sentence[0])
        if day and (is_share or _SHARE.search(sentence[0])):
            return None if _NAME_OF_A_DOCUMENT.search(sentence[0]) else day
    return None
