"""Chỉ tiêu 100% văn bản, hồ sơ công việc trên môi trường điện tử phải trừ văn bản mật.

Văn bản chứa bí mật nhà nước không được soạn, gửi, lưu trên máy tính nối mạng (Luật Bảo vệ bí mật
nhà nước, Điều 5 của Luật số 29/2018/QH14; từ ngày 01/3/2026 là Điều 5 của Luật số 117/2025/QH15),
nên 100% mà không loại trừ là chỉ tiêu không thể đạt đúng luật. Kế hoạch cấp trên ghi: xử lý văn
bản, hồ sơ công việc trên môi trường điện tử, trừ văn bản mật. Kế hoạch đã nói điều đó ở chỗ khác
thì chỗ còn lại chỉ được nêu khi xem cả chỗ còn ngờ (--pedantic).

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
    r"(?i)môi trường (?:điện tử|mạng|số)|qua mạng|(?:dạng|văn bản|hoàn toàn) điện tử"
)
_HANDLED = re.compile(r"(?i)xử lý|gửi|nhận|trao đổi|tạo lập|lập và|soạn|ký số|phát hành|lưu")
_ALL = re.compile(
    r"(?i)100\s?%"
    r"|(?:toàn bộ|tất cả|mọi)(?: các)? (?:văn bản|hồ sơ công việc|hồ sơ, tài liệu|tài liệu)"
)
# One of these is in what the pattern matches.
_WHOLE = ("100", "toàn bộ", "tất cả", "mọi")
_NOT_MEANT = re.compile(r"(?i)quy phạm pháp luật|rà soát văn bản|hồ sơ thủ tục|hồ sơ TTHC")
_EXCLUDED = re.compile(
    r"(?i)(?:trừ|không bao gồm|không kể|không áp dụng|ngoài)[^.;\n]{0,60}\bmật\b|không mật"
)
_SENTENCE = re.compile(r"(?:[^.;]|[.;](?! ))+")
_DOUBTFUL = 0.6


def check(context: Context) -> Iterator[Finding]:
    """Look at targets, then at sentences that ask for all documents."""
    wording = context.wording
    found: list[tuple[Path, tuple[int, int] | None]] = []
    targets: set[Path] = set()
    for target in context.plan.targets():
        targets.add(target.path)
        said = f"{target.figure} {target.content} {target.scope} {target.remark}"
        if _is_all(said) and not _EXCLUDED.search(said) and "mật" not in target.exclusion:
            found.append(((*target.path, "noi_dung"), None))
    for words in ("100%", "100 %", "toàn bộ", "tất cả", "mọi văn bản"):
        for start, text in wording.texts_with(words):
            path = wording.place(start, start)[0]
            if path[:-1] not in targets and not _EXCLUDED.search(text):
                said = next((s for s in _SENTENCE.findall(text) if _is_all(s)), "")
                if match := _ALL.search(said):
                    begin = text.index(said)
                    found.append((path, (begin + match.start(), begin + match.end())))
    elsewhere = _elsewhere(context) if found else None
    for path, stretch in dict.fromkeys(found):
        yield _finding(path, elsewhere, stretch)


def _is_all(text: str) -> bool:
    return bool(
        ("công việc" in text or "văn bản" in text.lower())
        and any(map(text.lower().__contains__, _WHOLE))
        and _ALL.search(text)
        and _DOCUMENTS.search(text)
        and _ELECTRONIC.search(text)
        and _HANDLED.search(text)
        and not _NOT_MEANT.search(text)
    )


def _elsewhere(context: Context) -> Path | None:
    wording = context.wording
    for start, text in wording.texts_with("mật"):
        if _EXCLUDED.search(text):
            return wording.place(start, start)[0]
    return None


def _finding(path: Path, elsewhere: Path | None, stretch: tuple[int, int] | None = None) -> Finding:
    return Finding(
        path,
        "yêu cầu toàn bộ văn bản, hồ sơ công việc trên môi trường điện tử mà không trừ văn bản mật",
        "thêm “trừ văn bản mật” (ở chỉ tiêu: ngoai_tru: văn bản mật)",
        stretch,
        related=elsewhere,
        related_message="loại trừ đã nêu ở đây",
        confidence=_DOUBTFUL if elsewhere else 1.0,
    )
