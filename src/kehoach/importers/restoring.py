"""Marks put back into words that OCR read without them, from lists of fixed words only.

Running text is left as it was read: "ban" may be bản, bàn, bán. Headings, names of units, deadlines
and words that bound a figure are few, and a list of them decides.
"""

import re
from functools import lru_cache

from kehoach.importers.draft import Piece, Sureness
from kehoach.importers.keywords import bare, nearest
from kehoach.importers.passages import Passage
from kehoach.model.library import Library

_HEADINGS = (
    "Mục đích, yêu cầu",
    "Mục đích",
    "Yêu cầu",
    "Yêu cầu thực hiện",
    "Quan điểm",
    "Căn cứ lập kế hoạch",
    "Mục tiêu",
    "Mục tiêu chung",
    "Mục tiêu tổng quát",
    "Mục tiêu cụ thể",
    "Chỉ tiêu",
    "Nội dung",
    "Nhiệm vụ",
    "Giải pháp",
    "Nhiệm vụ, giải pháp",
    "Nhiệm vụ, giải pháp trọng tâm",
    "Nhiệm vụ trọng tâm",
    "Kinh phí thực hiện",
    "Kinh phí",
    "Tổ chức thực hiện",
    "Về tổ chức thực hiện",
    "Về thể chế",
    "Về hạ tầng",
    "Về dữ liệu",
    "Về nền tảng",
    "Về nhân lực",
    "Về bồi dưỡng, tập huấn và tuyên truyền",
    "Về cách thức thực hiện",
    "Kế hoạch hành động",
    "Chế độ thông tin, báo cáo",
)
_UNIT_NAMES = (
    "Phòng Văn hóa - Xã hội",
    "Phòng Kinh tế",
    "Phòng Kinh tế, Hạ tầng và Đô thị",
    "Văn phòng HĐND và UBND",
    "Văn phòng HĐND - UBND",
    "Văn phòng Đảng ủy",
    "Trung tâm Phục vụ hành chính công",
    "Trung tâm Phục vụ hành chính công xã",
    "Trung tâm Phục vụ hành chính công phường",
    "Trung tâm Cung ứng dịch vụ công",
    "Công an xã",
    "Công an phường",
    "Công an xã và các đơn vị có liên quan",
    "Ban Chỉ huy Quân sự xã",
    "Trạm Y tế",
    "Các trường học",
    "Các phòng thuộc UBND xã",
    "Các phòng của UBND xã",
    "Các phòng chuyên môn thuộc UBND xã",
    "Các cơ quan chuyên môn thuộc UBND xã",
    "Các phòng, ban, ngành",
    "Các cơ quan, đơn vị có liên quan",
    "Các đơn vị có liên quan",
    "Các đơn vị khác có liên quan",
)
_UNITS = (
    "các phòng chuyên môn thuộc của Ủy ban nhân dân UBND HĐND xã phường thôn xóm và đơn vị khác "
    "có liên quan cơ quan ban ngành Phòng Văn hóa - Xã hội Kinh tế Trung tâm Phục vụ hành chính "
    "công Công an Văn phòng Đảng ủy Hội đồng Mặt trận Tổ quốc Đoàn Thanh niên Trạm Y Trường học "
    "tổ chức"
)
_TIMES = (
    "triển khai thực hiện ngay và thường xuyên định kỳ hoặc khi có yêu cầu đến trước trong hết "
    "cuối năm tháng ngày quý tuần hằng hoàn thành theo kế hoạch của tỉnh đột xuất"
)
_FIGURES = (
    "tối thiểu ít nhất trên dưới đạt toàn bộ nhóm thủ tục hồ sơ cơ sở dữ liệu dịch vụ công đối với "
    "từ ngày đến năm trong trước hoàn thành phạm vi cấp xã tỉnh tháng quý kết thúc vào"
)
_BETWEEN_UNITS = re.compile(r";|\s+v[aàá]\s+(?=c[aáâ]c\s)", re.IGNORECASE)
# A figure or a fixed phrase that OCR tore or misread, and what it was.
_MISREAD = (
    (re.compile(r"\b([0-3]) (\d/\d{1,2}/\d{4})"), r"\1\2"),
    (re.compile(r"\bt[^\s\d]{1,2} ng[aàá]y(?= \d)"), "từ ngày"),
    (re.compile(r"\b[Tt]\S{1,3} th\S{2,3}u(?= \d)"), "tối thiểu"),
    (re.compile(r"\bc[oơ] s\S{1,2} d\S{1,3} l\S{2,3}u\b"), "cơ sở dữ liệu"),
)
_TOKEN = re.compile(r"[^\s,;:.()/-]+")
_EXACT = 100.0
_SURE_WORD = 75.0
_LIKELY_WORD = 66.0
_SURE_PHRASE = 80.0
_NOTE = "bản nhận dạng không có dấu, đã thêm dấu theo danh mục; xem lại"


class Restorer:
    """Puts marks back; where the source has its marks everything stays as it is."""

    def __init__(self, *, needed: bool, library: Library | None) -> None:
        """Take the fixed words, and those of the frameworks in *library*."""
        self.needed = needed
        self._phrases = _phrases(library) if needed else {}

    def heading(self, text: Passage, written: str) -> Piece:
        """Return a heading, *written* as the plan file has it."""
        found = nearest(written, self._phrases, _SURE_PHRASE) if self.needed else ""
        if not found or abs(len(found.split()) - len(written.split())) > 1:
            return text.reworded(written)
        return text.reworded(found, Sureness.CHECK, _NOTE)

    def units(self, text: Passage) -> Piece:
        """Return names of units."""
        if not self.needed:
            return text.piece()
        parts = [part.strip() for part in _BETWEEN_UNITS.split(text.text)]
        known = {bare(name): name for name in _UNIT_NAMES}
        named = [
            nearest(part, known, _SURE_PHRASE) or mark_words(part, _UNITS, _EXACT)
            for part in parts
            if part
        ]
        marked = "; ".join(name[:1].upper() + name[1:] for name in named)
        return text.reworded(marked, Sureness.CHECK, _NOTE)

    def time(self, text: Passage) -> Piece:
        """Return a deadline."""
        if not self.needed:
            return text.piece()
        marked = mark_words(text.text, _TIMES, _LIKELY_WORD)
        return text.reworded(marked[:1].upper() + marked[1:], Sureness.CHECK, _NOTE)

    def figures(self, text: str) -> str:
        """Return *text* with the words around figures and dates marked, to be read as values."""
        if not self.needed:
            return text
        for pattern, words in _MISREAD:
            text = pattern.sub(words, text)
        return mark_words(text, _FIGURES, _SURE_WORD)


def mark_words(text: str, lexicon: str, least: float) -> str:
    """Return *text* with each word that is, marks aside, one of *lexicon* written as there.

    Words that are at least so much like one of the lexicon (0 to 100) count as well.
    """
    return _TOKEN.sub(lambda match: _mark_word(match[0], lexicon, least), text)


@lru_cache(maxsize=16384)
def _mark_word(word: str, lexicon: str, least: float) -> str:
    known = _lexicon(lexicon)
    if word in lexicon.split():
        return word
    plain = bare(word)
    found = known.get(plain) or (
        nearest(word, known, least) if len(plain) > 2 and plain.isalpha() else ""  # noqa: PLR2004  (shorter words are like too many)
    )
    if not found or (len(found) != len(plain) and abs(len(found) - len(plain)) > 1):
        return word
    if word.isupper() and len(word) > 1:
        return found.upper()
    return found[:1].upper() + found[1:] if word[:1].isupper() else found[:1].lower() + found[1:]


@lru_cache(maxsize=8)
def _lexicon(words: str) -> dict[str, str]:
    known: dict[str, str] = {}
    for word in words.split():
        known.setdefault(bare(word), word if word.isupper() else word.lower())
    return known


def _phrases(library: Library | None) -> dict[str, str]:
    known = {bare(heading): heading for heading in (*_HEADINGS, *_UNIT_NAMES)}
    for code in library.codes() if library else ():
        framework = library.framework(code) if library else None
        for item in framework.items() if framework else ():
            name = getattr(item, "name", "")
            if name:
                known.setdefault(bare(name), name)
    return known
