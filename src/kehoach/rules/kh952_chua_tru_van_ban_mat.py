"""Chỉ tiêu 100% văn bản, hồ sơ công việc trên môi trường điện tử phải trừ văn bản mật.

Văn bản chứa bí mật nhà nước không được soạn, gửi, lưu trên mạng (Luật Bảo vệ bí mật nhà nước, Điều 5
của Luật số 29/2018/QH14), nên 100% mà không loại trừ là chỉ tiêu không thể đạt đúng luật. Kế hoạch cấp
trên ghi: xử lý văn bản, hồ sơ công việc trên môi trường điện tử, trừ văn bản mật. Kế hoạch đã nói điều
đó ở chỗ khác thì chỗ còn lại chỉ được nêu khi xem cả chỗ còn ngờ (--pedantic).

Sai: ``noi_dung: Văn bản, hồ sơ công việc được xử lý trên môi trường điện tử``, ``muc_dat: 100%``
Đúng: thêm ``ngoai_tru: văn bản mật``
"""

import re
from collections.abc import Iterator

from kehoach.rules.context import Context
from kehoach.rules.finding import Finding, Level, Rule
from kehoach.source.place import Path

META = Rule("KH952", "chua-tru-van-ban-mat", Level.NOTE, since="0.1.0")

_DOCUMENTS = re.compile(
    r"(?i)(?:văn bản(?: (?:đi|đến|điện tử|hành chính))?|hồ sơ công việc|tài liệu công việc)\b"
)
_ELECTRONIC = re.compile(
    r"(?i)môi trường (?:điện tử|mạng|số)|qua mạng|dưới dạng điện tử|văn bản điện tử|hoàn toàn điện tử"
)
_HANDLED = re.compile(r"(?i)xử lý|gửi|nhận|trao đổi|tạo lập|lập và|soạn|ký số|phát hành|lưu")
_ALL = re.compile(
    r"(?i)100\s?%|(?:toàn bộ|tất cả|mọi)(?: các)? (?:văn bản|hồ sơ công việc|hồ sơ, tài liệu|tài liệu)"
)
_NOT_MEANT = re.compile(r"(?i)quy phạm pháp luật|rà soát văn bản|hồ sơ thủ tục|hồ sơ TTHC")
_EXCLUDED = re.compile(
    r"(?i)(?:trừ|không bao gồm|không kể|không áp dụng|ngoài)[^.;\n]{0,60}\bmật\b|không mật"
)
_DOUBTFUL = 0.6


def check(context: Context) -> Iterator[Finding]:
    """Look at targets, then at sentences that ask for all documents."""
    wording = context.wording
    if "văn bản" not in wording.text and "công việc" not in wording.text:
        return
    elsewhere = _elsewhere(context)
    targets: set[Path] = set()
    for target in context.plan.targets():
        targets.add(target.path)
        said = " ".join((target.figure, target.content, target.scope, target.remark))
        if _is_all(said) and not _EXCLUDED.search(said) and "mật" not in target.exclusion:
            yield _finding((*target.path, "noi_dung"), elsewhere)
    for match in _ALL.finditer(wording.text):
        path, stretch = wording.at(*match.span())
        if path[:-1] not in targets:
            text = wording.around(match.start())
            first = max(text.rfind(mark, 0, stretch[0]) for mark in (". ", "; ")) + 1
            last = next(
                (at for mark in (". ", "; ") if (at := text.find(mark, stretch[1])) > 0), len(text)
            )
            said = text[first:last]
            if _is_all(said) and not _EXCLUDED.search(text):
                yield _finding(path, elsewhere, stretch)


def _is_all(text: str) -> bool:
    return bool(
        _ALL.search(text)
        and _DOCUMENTS.search(text)
        and _ELECTRONIC.search(text)
        and _HANDLED.search(text)
        and not _NOT_MEANT.search(text)
    )


def _elsewhere(context: Context) -> Path | None:
    wording = context.wording
    match = _EXCLUDED.search(wording.text)
    return wording.at(*match.span())[0] if match else None


def _finding(
    path: Path, elsewhere: Path | None, stretch: tuple[int, int] | None = None
) -> Finding:
    return Finding(
        path,
        "yêu cầu toàn bộ văn bản, hồ sơ công việc trên môi trường điện tử mà không trừ văn bản mật",
        "thêm “trừ văn bản mật” (ở chỉ tiêu: ngoai_tru: văn bản mật)",
        stretch,
        related=elsewhere,
        related_message="loại trừ đã nêu ở đây",
        confidence=_DOUBTFUL if elsewhere else 1.0,
    )
