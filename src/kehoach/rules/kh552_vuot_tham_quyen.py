"""Việc không thuộc thẩm quyền cấp xã thì kế hoạch của xã không nhận làm.

Bảng ``templates/don-vi/tham-quyen.yaml`` ghi từng việc, của ai, căn cứ và nên viết gì; địa phương
thêm được. Câu có "phối hợp", "tham mưu", "đề nghị", "kiến nghị" là đúng và không bị báo.

Sai: Rà soát, công bố danh mục thủ tục hành chính thuộc thẩm quyền giải quyết của xã
Đúng: Niêm yết, công khai danh mục thủ tục hành chính đã được Chủ tịch UBND tỉnh công bố
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from kehoach.rules.binding import not_for_communes
from kehoach.rules.context import Context
from kehoach.rules.finding import Finding, Level, Rule
from kehoach.rules.running_text import RunningText
from kehoach.rules.tables import read_table
from kehoach.source.place import Path

META = Rule("KH552", "vuot-tham-quyen", Level.WARNING, since="0.1.0")

# Somebody else does it, and the commune helps, asks or tells people.
_RIGHT = (
    r"phối hợp|tham mưu|đề nghị|kiến nghị|đề xuất|tham gia|trình |góp ý|cấp trên|theo dõi|chờ "
    r"|hướng dẫn|hỗ trợ|vận động|tuyên truyền|khuyến khích"
)
_SENTENCE = re.compile(r"[.;:](?=\s)")
_FAR = 120  # characters that are looked at before and behind the words


def check(context: Context) -> Iterator[Finding]:
    """Look for the words of each line; what stands before them may make them right."""
    if context.plan.commune.is_province:
        return
    running = context.running_text
    said: set[tuple[str, Path]] = set()
    not_asked: frozenset[Path] | None = None
    for line in read_table("don-vi/tham-quyen"):
        if not running.may_have(line["co"]):
            continue
        words, right = _patterns(line["mau"], line["tru"])
        for match in _matches(running, line["co"], words):
            sentence = _SENTENCE.split(running.before(match.start(), _FAR))[-1]
            if right.search(sentence):
                continue
            path, stretch = running.place(match.start(), match.end())
            if not_asked is None:
                not_asked = frozenset(item for item, _ in not_for_communes(context))
            if any(path[:length] in not_asked for length in range(len(path) + 1)):
                continue  # KH551 says why
            if (line["viec"], _item(path)) in said:
                continue
            said.add((line["viec"], _item(path)))
            yield Finding(
                path,
                f"{line['viec']} là thẩm quyền của {line['cua']}, căn cứ {line['nguon']}",
                f"viết: {line['nen']}",
                stretch=stretch,
                confidence=float(line["chac"]),
            )


def _item(path: Path) -> Path:
    """Return the path of the task or target that *path* is in, *path* itself of other texts."""
    ends = [i + 2 for i, key in enumerate(path) if key in {"nhiem_vu", "chi_tieu"}]
    return path[: ends[-1]] if ends else path


def _matches(running: RunningText, needed: str, words: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """Yield the matches of *words* around every place of *needed*, each once."""
    done = 0
    for start, end in running.words(needed):
        first, last = max(done, start - _FAR), end + _FAR
        for match in words.finditer(running.lower, first, last):
            if "\n" not in match[0]:
                done = match.end()
                yield match


@lru_cache
def _patterns(words: str, right: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    # What the line itself allows stands right before the words.
    return re.compile(words), re.compile(rf"{_RIGHT}|(?:{right}),?\s\Z")
