"""Việc làm một lần phải có ngày xong, không ghi "thường xuyên".

Thành lập tổ, ban hành kế hoạch, quy chế, đổi con dấu, thông báo địa chỉ là việc xong một lần; ghi
"thường xuyên" thì không ai biết bao giờ phải xong và không nhắc được việc chậm. Nâng cấp, đầu tư có
thể kéo dài nên chỉ xét khi yêu cầu cả phát hiện chưa chắc.

Sai: ``ten: Thành lập Tổ công nghệ số cộng đồng`` với ``thoi_han: thường xuyên``
Đúng: ``thoi_han: trước ngày 30/9/2025``
"""

import re
from collections.abc import Iterator

from kehoach.language.deadline import Kind, read_deadline
from kehoach.language.pattern import late_pattern
from kehoach.model.plan import Task
from kehoach.rules.context import Context
from kehoach.rules.finding import Finding, Level, Rule
from kehoach.rules.phrases import shortened, task_texts
from kehoach.source.place import Path

META = Rule("KH310", "thuong-xuyen-viec-mot-lan", Level.WARNING, since="0.1.0")

_DOCUMENT = r"(?:kế hoạch|quy chế|đề án|phương án|kịch bản|quy trình|quyết định)"
_VERB = r"(?:xây dựng|soạn thảo|lập|ban hành|trình|phê duyệt)"
_BEGIN = r"(?:\A|[.;:] ?)(?:[a-zđ]\) ?)?(?:(?:tham mưu|chủ trì|triển khai|thực hiện|tiến hành) )?"
_TEAM = r"lập(?: mới)?(?: (?:hay|hoặc) kiện toàn)?(?: các)? (?:ban chỉ đạo|tổ|đội|hội đồng)(?!\w)"
_SEAL = r"(?:việc )?(?:cập nhật|thay đổi|đổi|làm lại|khắc|cấp đổi)(?: lại)?(?: mẫu)? con dấu(?!\w)"
_NOTICE = (
    r"ban hành (?:văn bản|thông báo|công văn) (?:(?:thông báo|phổ biến|công bố|công khai)"
    r"(?: thông tin)?(?: về)? )?(?:địa chỉ|số điện thoại|đường dây nóng|trụ sở|nơi làm việc)(?!\w)"
)
_WORK = late_pattern(
    rf"{_BEGIN}(?P<work>{_VERB}(?:(?:, | và |, và ){_VERB})*(?: và| các)? {_DOCUMENT}(?!\w)"
    r"|(?:thành lập|kiện toàn)(?:(?:, | và | hay | hoặc )kiện toàn)?(?!\w)"
    rf"|{_TEAM}|{_SEAL}|{_NOTICE})",
    re.IGNORECASE,
)
_LASTING_WORK = late_pattern(
    rf"{_BEGIN}(?P<work>nâng cấp|đầu tư|chuyển đổi (?:giao thức|sang))(?!\w)", re.IGNORECASE
)
_PRODUCT = late_pattern(
    r"\A(?P<work>(?:kế hoạch|quy chế|đề án|phương án|quyết định (?:thành lập|kiện toàn|phê duyệt"
    r"|ban hành)|qđ thành lập))(?!\w)",
    re.IGNORECASE,
)
_MADE = late_pattern(rf"(?<!\w)(?P<work>{_VERB} {_DOCUMENT})(?!\w)", re.IGNORECASE)
_AGAIN = late_pattern(
    r"(?:hằng|hàng|mỗi|từng) (?:năm|quý|tháng|tuần)|thường xuyên|khi (?:có|cần)|định kỳ",
    re.IGNORECASE,
)
_END_OF_CLAUSE = re.compile(r"[.;]|\Z")
_UNSURE = 0.7
_SURE = 0.9


def check(context: Context) -> Iterator[Finding]:
    """Look for work that ends in tasks that never end."""
    for task in context.plan.assigned_tasks():
        if found := one_off_work(task):
            path, words, confidence = found
            yield Finding(
                (*task.path, "thoi_han"),
                f"“{words}” là việc làm một lần, không thể có thời hạn "
                f"“{shortened(task.deadline)}”",
                "ghi ngày phải xong; phần việc lặp lại thì tách thành nhiệm vụ khác",
                related=path,
                related_message="việc làm một lần ở đây",
                confidence=confidence,
            )


def one_off_work(task: Task) -> tuple[Path, str, float] | None:
    """Return the path and words of work that ends in *task*, which never does; how sure it is."""
    return _one_off(task) if _never_ends(task) else None


def _never_ends(task: Task) -> bool:
    if "xuyên" not in task.deadline:
        return False
    deadline = read_deadline(task.deadline)
    return bool(
        deadline
        and deadline.due is None
        and deadline.every == "thường xuyên"
        and not any(p.kind is Kind.PERIOD for p in deadline.parts)
    )


def _one_off(task: Task) -> tuple[Path, str, float] | None:
    """Return the path and the words of work that ends, and how sure that is."""
    unsure = None
    for path, text in task_texts(task):
        if path[-1] == "san_pham":
            work = _PRODUCT.search(text) or _MADE.search(text)
        else:
            work = _WORK.search(text)
        if work and not _comes_again(text, work):
            return path, work["work"], _SURE
        if path[-1] == "ten" and (lasting := _LASTING_WORK.search(text)):
            unsure = path, lasting["work"], _UNSURE
    return unsure


def _comes_again(text: str, work: re.Match[str]) -> bool:
    end = _END_OF_CLAUSE.search(text, work.end())
    return _AGAIN.search(text, work.start(), end.start() if end else len(text)) is not None
