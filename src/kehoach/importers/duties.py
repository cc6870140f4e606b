"""Units whose duties a section holds: ``2. Phòng Văn hóa - Xã hội`` under "Tổ chức thực hiện"."""

import re

from kehoach.importers.casing import sentence_case
from kehoach.importers.context import Context
from kehoach.importers.draft import Piece
from kehoach.importers.passages import Passage
from kehoach.language.unit import is_generic, split_units

_LEAD = re.compile(r"(?:giao|đề nghị|yêu cầu|đối với|trách nhiệm của)\s+", re.IGNORECASE)
_UNIT = re.compile(
    r"(?:các\s|sở\s|văn phòng|phòng\s|trung tâm|ban (?!hành)|công an|chi bộ"
    r"|chi nhánh|ủy ban|ubnd|hđnd"
    r"|hội đồng nhân dân|mttq|ubmttq|mặt trận|đoàn\s|hội\s|liên đoàn|trạm|trường|tổ (?!chức)|đội\s"
    r"|trưởng\s|thôn|xóm|ấp|đảng ủy|thường trực|thường vụ|cơ quan|đơn vị|bộ phận|doanh nghiệp|thuế"
    r"|chi cục|bưu điện|vnpt|viettel|ngân hàng|kho bạc|bảo hiểm|hợp tác xã|đài\s|công chức|kế toán"
    r"|bộ chỉ huy|quân sự|người đứng đầu|thủ trưởng|lãnh đạo)",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r"\s+(?:theo chức năng|theo nhiệm vụ|căn cứ|chịu trách nhiệm|có trách nhiệm|theo dõi|đôn đốc"
    r"|chủ trì|tham mưu|hướng dẫn"
    r"|triển khai|xây dựng|vận động|kiểm tra|báo cáo|bố trí|tuyên truyền|rà soát"
    r"|tham gia|phối hợp)[\s,].*"
)
_LEADS_OTHER = re.compile(r"\s+(?:lãnh đạo|chỉ đạo)\s+(?=UBND|Ủy ban|HĐND)")


def read_units(heading: Passage, context: Context) -> list[Piece]:
    """Return the units that *heading* names; none where it is about something else."""
    piece = context.restorer.units(heading)
    text = str(piece.text) if context.restorer.needed else heading.text
    if lead := _LEAD.match(text):
        text = text[lead.end() :]
    if not _UNIT.match(text):
        return []
    text = _TAIL.sub("", text).rstrip(" ,.;:")
    # In capitals no name of a unit is told from a kind of units.
    if is_generic(sentence_case(text)):
        text = sentence_case(text)
    names = [name for part in _LEADS_OTHER.split(text) for name in split_units(part)]
    return [heading.reworded(sentence_case(name), piece.sure, piece.note) for name in names]
