"""Lines of an assignment: ``Chủ trì: …``, ``Đơn vị phối hợp: …``, ``Thời hạn hoàn thành: …``."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kehoach.importers.keywords import Keywords
from kehoach.importers.passages import Passage
from kehoach.language.fold import fold

_BODIES = ("", "đơn vị ", "cơ quan ", "cơ quan, đơn vị ", "các đơn vị ", "các cơ quan ", "bộ phận ")
_LONGEST = 60


def _phrases() -> dict[str, str]:
    kinds = {
        "chu_tri": (
            ["chủ trì", "chủ trì thực hiện", "chủ trì tham mưu", "đầu mối", "chịu trách nhiệm"],
            [
                "đơn vị thực hiện",
                "cơ quan thực hiện",
                "bộ phận thực hiện",
                "đơn vị đầu mối thực hiện",
                "phân công thực hiện",
                "trách nhiệm thực hiện",
                "phân công chủ trì",
                "giao chủ trì",
                "người chủ trì",
                "người phụ trách",
            ],
        ),
        "phoi_hop": (["phối hợp", "phối hợp thực hiện", "cùng thực hiện"], []),
        "thoi_han": (
            [],
            [
                *(
                    f"{noun}{verb}"
                    for noun in ("thời gian", "thời hạn", "tiến độ", "thời điểm", "hạn", "lộ trình")
                    for verb in ("", " hoàn thành", " thực hiện", " triển khai", " xong")
                ),
                "hoàn thành",
                "thời gian, tiến độ",
                "thời gian, lộ trình",
                "thời gian triển khai thực hiện",
                "thời gian triển khai, hoàn thành",
            ],
        ),
        "san_pham": (
            [],
            [
                *(
                    f"{noun}{kind}"
                    for noun in ("sản phẩm", "kết quả", "sản phẩm, kết quả", "kết quả, sản phẩm")
                    for kind in (
                        "",
                        " đầu ra",
                        " dự kiến",
                        " cần đạt",
                        " phải đạt",
                        " hoàn thành",
                        " đạt được",
                        " thực hiện",
                        " chủ yếu",
                    )
                ),
                "sản phẩm/kết quả",
                "kết quả/sản phẩm",
                "yêu cầu kết quả",
                "yêu cầu sản phẩm",
            ],
        ),
    }
    return {
        f"{body}{core}": kind
        for kind, (cores, wholes) in kinds.items()
        for body, core in [
            *((body, core) for body in _BODIES for core in cores),
            *(("", whole) for whole in wholes),
        ]
    }


_PHRASES = _phrases()
_LABEL = re.compile(r"(?P<label>[^\W\d_][^:;.()]{2,60}?)\s?:\s*")
# Where a label may begin inside a paragraph: "(Chủ trì: …; phối hợp: …)".
_BEFORE = re.compile(r"(?:\A|[.;(,]\s*[-–+]?\s*|\s[-–]\s+)(?=[^\W\d_])")
_DASH = re.compile(r"[-–—+*•]\s*")


@dataclass(frozen=True, slots=True)
class Assignment:
    """One label with its value: ``kind`` is the key of the plan file."""

    kind: str
    label: Passage
    value: Passage


def label_kind(text: str, keywords: Keywords) -> str:
    """Return the key that *text*, a label without its colon, stands for; "" for no label."""
    if len(text) > _LONGEST:
        return ""
    known = _PHRASES.get(" ".join(fold(text).split()), "")
    if known or not keywords.tolerant:
        return known
    phrase = keywords.equal(text, _PHRASES)
    return _PHRASES.get(phrase, "")


def begins_label(text: str, keywords: Keywords) -> bool:
    """Tell whether *text*, a dash before it aside, begins with a label."""
    match = _LABEL.match(text, dash.end() if (dash := _DASH.match(text)) else 0)
    return bool(match and label_kind(match["label"], keywords))


def read_assignments(
    text: Passage, keywords: Keywords
) -> tuple[Passage, tuple[Assignment, ...]] | None:
    """Return what stands before the labels in *text*, and the labels with their values.

    None where there are none. One label inside a paragraph counts only when another follows or it
    stands in brackets at the end: "chủ trì:" alone may be part of a sentence.
    """
    found = list(_labels(text.text, keywords))
    if not found:
        return None
    first = found[0][0]
    if first > 0 and len(found) == 1 and not text.text[:first].rstrip().endswith("("):
        return None
    ends = [start for start, _, _, _ in found[1:]] + [len(text.text)]
    bracket = text.text[:first].rstrip().endswith("(")
    assignments = []
    for (start, label_end, end, kind), stop in zip(found, ends, strict=True):
        value = text.cut(end, stop).without(".;,-–(/ ")
        if bracket and value.text.endswith(")") and value.text.count("(") < value.text.count(")"):
            value = value.cut(0, len(value.text) - 1).without(".;, ")
        assignments.append(Assignment(kind, text.cut(start, label_end), value))
    before = text.cut(0, first).without("(-–+•* ")
    return before, tuple(assignments)


def _labels(text: str, keywords: Keywords) -> Iterator[tuple[int, int, int, str]]:
    """Yield start and end of each label, where its value begins, and its kind."""
    place = 0
    while before := _BEFORE.search(text, place):
        match = _LABEL.match(text, before.end())
        kind = match and label_kind(match["label"], keywords)
        if match and kind:
            yield match.start("label"), match.end("label"), match.end(), kind
            place = match.end() - 1
        else:
            place = before.end() + 1
        if place >= len(text):
            return
