"""Sentences of a target section as targets with their figure, deadline and scope."""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from kehoach.importers.context import Context
from kehoach.importers.draft import Piece, Sureness
from kehoach.importers.passages import Passage
from kehoach.importers.target_details import take_details
from kehoach.language.deadline import read_deadline
from kehoach.language.quantity import Operator, Quantity, find_quantities

_ALL = re.compile(r"(?:đối với|cho|hoàn thành|đạt|:)\s+(?P<figure>toàn bộ)\b", re.IGNORECASE)
# As OCR may leave it.
_ALL_READ = re.compile(
    r"\b(?:hoàn thành|đạt|đối với)\s+(?P<figure>to[aàá]n\s+b\S)\s", re.IGNORECASE
)
_SINCE = re.compile(r"\btừ\s+(?:ngày\s+)?(?P<day>\d{1,2}/\d{1,2}/\d{4})", re.IGNORECASE)
_SCOPE = re.compile(r"\btrong phạm vi (?:cấp )?[\w ]{2,30}?(?=[,;.()]|\Z)")
_EXCEPT = re.compile(
    r"\(\s*(?P<words>(?:không áp dụng|không bao gồm|không tính|trừ|ngoại trừ)\s[^()]{3,300})\)"
)
_CUT = re.compile(
    r"(?P<ended>;\s+(?!(?:thời hạn|tính từ|chủ trì|phối hợp)\s)|[.]\s+(?=[A-ZĐÀ-Ỹ\d]))"
    r"|(?P<comma>,\s+)|(?P<blank>\s+(?=[Vv]\S{1,2}\s))"
)
# What goes on behind a comma or in the same breath with an outcome of its own.
_FURTHER = (
    "tạo tiền đề", "phấn đấu", "tiến tới", "hướng tới", "đến năm", "đến hết năm", "đến cuối năm",
)  # fmt: skip
_AND = ("và đáp ứng", "và đạt", "và bảo đảm", "và đảm bảo", "và hoàn thành", "và phấn đấu")
_FACTS = ("muc_dat", "tu_ngay", "han", "pham_vi", "ngoai_tru")
_TOKEN = re.compile(r"\S+")
_INHERITED = "suy từ đề mục hoặc câu dẫn"
_MOST_TOKENS = 80
_PHRASE = 40
# In characters; a longer stretch is no sentence, and cutting it costs by its square.
_LONGEST = 4000


@dataclass(frozen=True, slots=True)
class Due:
    """A deadline that a heading or a leading sentence states for all targets below it."""

    text: str
    source: Passage


def has_claim(text: str, context: Context) -> bool:
    """Tell whether *text* states a figure or a deadline."""
    if len(text) > _LONGEST:
        return False
    text = context.restorer.figures(text)
    return bool(find_quantities(text) or _says_all(text, context) or _due(text))


def _says_all(text: str, context: Context) -> bool:
    return bool(_ALL.search(text) or (context.restorer.needed and _ALL_READ.search(text)))


def common_due(text: Passage, context: Context) -> Due | None:
    """Return the deadline that *text*, a heading or a leading sentence, states."""
    found = deadline_stretch(context.restorer.figures(text.text))
    return Due(found.lower() if found.isupper() else found, text) if found else None


def read_targets(text: Passage, due: Due | None, context: Context) -> Iterator[dict[str, Any]]:
    """Yield the targets of one item, one for each clause with a figure or deadline of its own."""
    for clause in _clauses(text, context):
        content = clause.without(";., ") if not clause.text.endswith("...") else clause
        if content.text:
            yield read_target(content, due, context)


def read_target(content: Passage, due: Due | None, context: Context) -> dict[str, Any]:
    """Return one target; the facts in its sentence are said again as values."""
    content, details = take_details(content, context)
    readable = context.restorer.figures(content.text[:_LONGEST])
    target: dict[str, Any] = {"ma": context.code(content.text), "noi_dung": content.piece()}
    said = dict(_said(content, readable, due, context)) | details
    return target | {key: said[key] for key in _FACTS if key in said}


def _said(
    content: Passage, readable: str, due: Due | None, context: Context
) -> Iterator[tuple[str, Piece]]:
    """Yield the values that the sentence *content*, read as *readable*, states."""
    sure = Sureness.CHECK if context.restorer.needed else Sureness.SURE
    quantities = find_quantities(readable)
    if quantities:
        # "bình quân trên 01 ha đạt 180 triệu đồng": what is reached, not what it is counted by.
        first = next((q for q in quantities if not _counts_by(q)), quantities[0])
        yield "muc_dat", content.reworded(readable[first.start : first.end], sure)
    elif whole := _ALL.search(readable):
        yield "muc_dat", content.reworded(whole["figure"], Sureness.LIKELY)
    elif _says_all(readable, context):
        yield "muc_dat", content.reworded("toàn bộ", sure)
    if since := _SINCE.search(readable):
        yield "tu_ngay", content.reworded(since["day"], sure)
    if own := deadline_stretch(readable):
        yield "han", content.reworded(own, sure)
    elif due:
        yield "han", Piece(due.text, due.source.origins, Sureness.LIKELY, _INHERITED)
    if scope := _SCOPE.search(readable):
        yield "pham_vi", content.reworded(scope[0], sure)
    if exception := _EXCEPT.search(readable):
        yield "ngoai_tru", content.reworded(exception["words"].strip(), sure)


def _counts_by(quantity: Quantity) -> bool:
    return quantity.operator is Operator.MORE and quantity.value == 1


def deadline_stretch(text: str) -> str:
    """Return the shortest stretch of *text* that says by when, "" where it says no day.

    Of several deadlines it is the last one: the outcome is due then.
    """
    due = _due(text)
    if due is None:
        return ""
    read = read_deadline(text)
    for part in read.parts if read else ():
        if part.due == due and part.text in text:
            text = part.text
    tokens = [match.span() for match in _TOKEN.finditer(text)]
    begin, end = 0, len(tokens)
    if end > _MOST_TOKENS:
        begin = next(
            i
            for i in range(end, -1, -1)
            if _due(text[tokens[i][0] :] if i < end else "") == due or not i
        )
    while (
        begin + 1 < end
        and not _names_period(text, tokens[begin])
        and _due(text[tokens[begin + 1][0] : tokens[end - 1][1]]) == due
    ):
        begin += 1
    while end - 1 > begin and _due(text[tokens[begin][0] : tokens[end - 2][1]]) == due:
        end -= 1
    return text[tokens[begin][0] : tokens[end - 1][1]].strip(".,;:() ")


def _names_period(text: str, token: tuple[int, int]) -> bool:
    """Tell the word without which a year or month is only a figure."""
    return text[token[0] : token[1]].lower() in {"năm", "tháng", "quý"}


def _due(text: str) -> dt.date | None:
    read = read_deadline(text)
    return read.due if read else None


def _clauses(text: Passage, context: Context) -> Iterator[Passage]:
    """Cut *text* where both sides state something of their own, never inside brackets."""
    whole = text.text[:_LONGEST]
    cuts = [
        match
        for match in _CUT.finditer(whole)
        if _parts(whole, match, context) and not _inside_brackets(whole, match.start())
    ]
    begin = 0
    for place, cut in enumerate(cuts):
        stop = cuts[place + 1].start() if place + 1 < len(cuts) else len(whole)
        before, after = whole[begin : cut.start()], whole[cut.end() : stop]
        if has_claim(before, context) and has_claim(after, context):
            yield text.cut(begin, cut.start())
            begin = cut.end()
    yield text.cut(begin)


def _parts(text: str, cut: re.Match[str], context: Context) -> bool:
    """Tell whether what follows *cut* may be an outcome of its own."""
    if cut["ended"]:
        return True
    phrases = _FURTHER if cut["comma"] else _AND
    return context.keywords.begin(text[cut.end() : cut.end() + _PHRASE], phrases) > 0


def _inside_brackets(text: str, place: int) -> bool:
    before = text[:place]
    return before.count("(") > before.count(")") or before.count("“") > before.count("”")
