"""The end of a document: recipients and signature."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from kehoach.importers.blocks import Line
from kehoach.importers.casing import sentence_case
from kehoach.importers.context import LABEL, Context
from kehoach.importers.draft import Piece
from kehoach.importers.joining import is_capitals
from kehoach.importers.passages import Passage, joined, passage
from kehoach.language.fold import fold

_RECIPIENTS = re.compile(r"\s*(?P<label>(?:nơi nhận|noi nhan)\s?:?)\s*", re.IGNORECASE)
_AUTHORITY = re.compile(
    r"(?<![\w.])(?P<label>(?P<key>TM|T/M|KT|K/T|TL|T/L|TUQ|Q)\s?[./]\s*|(?P<key2>T/M|K/T|T/L)\s+)"
    r"(?=[A-ZĐÀ-Ỹ])"
)
_KEYS = {
    "TM": "thay_mat", "T/M": "thay_mat", "KT": "ky_thay", "K/T": "ky_thay", "TL": "thua_lenh",
    "T/L": "thua_lenh", "TUQ": "thua_uy_quyen",
}  # fmt: skip
# Between a recipient and what it is sent for: Đảng ủy xã; (b/c).
_BEFORE_AIM = re.compile(r"[;,]\s*\(")
_TITLE = re.compile(
    r"(?:quyền |q\. ?)?(?:phó )?(?:chủ tịch|bí thư|trưởng ban|trưởng phòng|chánh văn phòng|giám đốc"
    r"|trưởng|chủ nhiệm|tổ trưởng)"
)
_NAME = re.compile(r"[A-ZĐÀ-Ỹ][^\W\d_]*(?:\s+[A-ZĐÀ-Ỹ][^\W\d_]*){1,5}")
_DASH = re.compile(r"[-–—+•*]\s*")
_STAMP = re.compile(
    r"\(\s*(?:đã ký|ký tên|ký, đóng dấu|ký và ghi rõ họ tên|chữ ký)[^()]*\)", re.IGNORECASE
)
_LONGEST_SIGNATURE = 14
_SIGNER_ORDER = (
    "thay_mat", "ky_thay", "thua_lenh", "thua_uy_quyen", "chuc_vu", "kiem", "ho_ten",
)  # fmt: skip


@dataclass
class Closing:
    """Recipients and signer; ``rest`` is what neither is."""

    recipients: list[Piece] = field(default_factory=list)
    signer: dict[str, Piece] = field(default_factory=dict)
    rest: list[Passage] = field(default_factory=list)


def find_closing(lines: Sequence[Line], start: int = 0) -> int:
    """Return the line from *start* on at which recipients or signature begin, else the number."""
    for place in range(start, len(lines)):
        text = passage(lines[place]).text
        if _RECIPIENTS.match(text) and len(text) < 120:  # noqa: PLR2004  (two columns in a line)
            return _signature_before(lines, start, place)
    for place in range(len(lines) - 1, start - 1, -1):
        text = passage(lines[place]).text
        if _AUTHORITY.match(text) and is_capitals(text):
            first = place
            while first > start and _AUTHORITY.match(passage(lines[first - 1]).text):
                first -= 1
            return first
    return len(lines)


def _signature_before(lines: Sequence[Line], start: int, place: int) -> int:
    """Return where the signature begins that stands before the recipients, else *place*."""
    for first in range(max(start, place - _LONGEST_SIGNATURE), place):
        text = passage(lines[first]).text
        if _AUTHORITY.match(text) and is_capitals(text):
            return first
    return place


def read_closing(lines: Sequence[Line], context: Context) -> Closing:
    """Read *lines*, from recipients or signature to the end of the document."""
    named = [line for line in lines if _names_signer(line)]
    closing = _read([line for line in lines if line not in named], context)
    for line in named[:1]:
        closing.signer["ho_ten"] = passage(line).piece()
    closing.rest += map(passage, named[1:])
    return closing


def _read(lines: Sequence[Line], context: Context) -> Closing:
    closing = Closing()
    recipients: list[list[Passage]] = []
    signature: list[Passage] = []
    listing = False
    for line in lines:
        text = passage(line)
        if match := _RECIPIENTS.match(text.text):
            context.leave(text.cut(match.start("label"), match.end("label")), LABEL)
            listing, text = True, text.cut(match.end())
        if signed := _signed(text):
            listing_text, text = text.cut(0, signed), text.cut(signed)
            if listing_text.text and listing:
                _recipient(listing_text, line.number, recipients)
            if text.text and (_AUTHORITY.match(text.text) or signature or not listing):
                signature.append(text)
                listing = listing and bool(listing_text.text)
                continue
        if not text.text:
            continue
        if (
            listing and (_DASH.match(text.text) or line.number or not _could_sign(text, signature))
        ) or (_DASH.match(text.text) and recipients):
            _recipient(text, line.number, recipients)
        else:
            signature.append(text)
    for parts in recipients:
        whole = joined(parts).without(".;, ")
        if whole.text:
            ends = [(match.start(), match.end() - 1) for match in _BEFORE_AIM.finditer(whole.text)]
            starts = [0, *(begin for _, begin in ends)]
            stops = [*(stop for stop, _ in ends), None]
            closing.recipients.append(
                joined(whole.cut(*part) for part in zip(starts, stops, strict=True)).piece()
            )
    _sign(signature, closing, context)
    return closing


def _names_signer(line: Line) -> bool:
    """Tell whether the document itself says that the line is the signer's name."""
    return any(key == "ho_ten" for _, _, key in line.named)


def _title_case(text: str) -> str:
    """Return ``Phó Chủ tịch``, ``Phó Bí thư`` as they are written within a line."""
    return re.sub(
        r"(?<=Phó )[cbtg](?=hủ tịch|í thư|rưởng|iám đốc|hánh)", lambda m: m[0].upper(), text
    )


def _signed(text: Passage) -> int | None:
    """Return where the words of a signature begin in a line that may hold a recipient as well."""
    if match := _AUTHORITY.search(text.text):
        return match.start() if is_capitals(text.text[match.start() :]) else None
    if match := re.search(r"(?<=[;.,:)])\s+(?=[A-ZĐÀ-Ỹ]{2,})", text.text):
        tail = text.text[match.end() :]
        if is_capitals(tail) and _TITLE.match(fold(tail)):
            return match.end()
    return None


def _could_sign(text: Passage, signature: Sequence[Passage]) -> bool:
    return (
        (is_capitals(text.text) and not any(map(str.isdigit, text.text)))
        or (
            bool(_NAME.fullmatch(text.text)) and (bool(signature) or len(text.text.split()) > 2)  # noqa: PLR2004  (a full name)
        )
        or bool(_STAMP.fullmatch(text.text))
    )


def _recipient(text: Passage, number: str, recipients: list[list[Passage]]) -> None:
    dash = _DASH.match(text.text)
    if dash or number or not recipients or recipients[-1][-1].text.endswith((";", ".")):
        recipients.append([text.cut(dash.end() if dash else 0)])
    else:
        recipients[-1].append(text)


def _sign(lines: Sequence[Passage], closing: Closing, context: Context) -> None:
    signer: dict[str, list[Passage]] = {}
    last = ""
    for text in lines:
        if match := _AUTHORITY.match(text.text):
            key = _KEYS.get((match["key"] or match["key2"]).upper(), "chuc_vu")
            if key not in signer:
                context.leave(text.cut(match.start("label"), match.end("label")), LABEL)
                signer[key], last = [text.cut(match.end())], key
                continue
        if _STAMP.fullmatch(text.text):
            context.leave(text, "dấu hiệu đã ký")
        elif _TITLE.match(fold(text.text)) and is_capitals(text.text):
            key = "kiem" if "chuc_vu" in signer else "chuc_vu"
            signer.setdefault(key, []).append(text)
            last = key
        elif (
            last in {"thay_mat", "chuc_vu", "kiem"}
            and is_capitals(text.text)
            and "ho_ten" not in signer
        ):
            signer[last].append(text)
        elif "ho_ten" not in signer and _NAME.fullmatch(text.text):
            signer["ho_ten"], last = [text], "ho_ten"
        else:
            closing.rest.append(text)
    for key in _SIGNER_ORDER:
        if key in signer:
            whole = joined(signer[key])
            name = whole.text.title() if key == "ho_ten" and is_capitals(whole.text) else ""
            closing.signer[key] = whole.reworded(name or _title_case(sentence_case(whole.text)))
