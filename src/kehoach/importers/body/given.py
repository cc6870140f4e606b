"""Sentences that give a task: "Giao Phòng Kinh tế chủ trì, phối hợp với Công an xã rà soát …"."""

import re
from dataclasses import replace

from kehoach.importers.body.section import Draft
from kehoach.importers.context import Context
from kehoach.importers.draft import INFERRED, SAID_AGAIN, Piece, Sureness
from kehoach.importers.passages import Passage
from kehoach.importers.tables.units import begins_unit, is_whole_unit
from kehoach.importers.targets import deadline_stretch
from kehoach.language.unit import split_units

# What a task begins with, by which the units before it end.
_VERBS = (
    r"(?:triển khai|thực hiện|xây dựng|tham mưu|hướng dẫn|rà soát|kiểm tra|theo dõi|đôn đốc"
    r"|tổng hợp|báo cáo|đẩy mạnh|tăng cường|bố trí|bảo đảm|đảm bảo|tuyên truyền|vận động|lập"
    r"|ban hành|cập nhật|hoàn thành|hoàn thiện|nghiên cứu|đề xuất|vận hành|đầu tư|nâng cấp"
    r"|nâng cao|cung cấp|hỗ trợ|giám sát|thẩm định|trình|số hóa|tập huấn|duy trì|công khai"
    r"|phát động|khảo sát|thống kê|làm sạch|kết nối|lắp đặt|sửa chữa|xử lý|giải quyết|tiếp nhận"
    r"|phổ biến|đánh giá|chuẩn bị|thành lập|phát triển|quán triệt|đưa|mở|cân đối|điều phối"
    r"|trang bị|khai thác"
    r"|tổ chức(?! (?:chính trị|xã hội|đoàn thể|đảng|có liên quan|liên quan|hội|kinh tế)))(?!\w)"
)
_WITH = r"(?:,\s|\s)?\s?phối hợp\s(?:chặt chẽ\s)?(?:với|cùng)\s"
_OWN = re.compile(
    rf"Chủ trì,?\s?phối hợp\s(?:chặt chẽ\s)?(?:với|cùng)\s"
    rf"(?P<with>[^.;:]{{3,200}}?)\s(?={_VERBS})"
)
_GIVEN = re.compile(
    rf"(?:(?:Giao|Phân công|Đề nghị|Yêu cầu)\s(?:cho\s)?)?(?P<lead>[^.;:]{{3,160}}?),?\s"
    rf"chủ trì(?:{_WITH}(?P<with>[^.;:]{{3,200}}?))?,?\s(?={_VERBS})"
)
_BY = re.compile(
    r"(?:trước|chậm nhất|muộn nhất|xong|hoàn thành|đến hết|hết|hạn)\s"
    r"(?:là\s|trong\s|vào\s|trước\s)*\Z",
    re.IGNORECASE,
)
_LEAST = 20


def read_given(text: Passage, leads: tuple[Piece, ...], context: Context) -> Draft | None:
    """Return the task that the sentence *text* gives to somebody; None where it gives none.

    *leads* are the units whose duties the section holds: there "Chủ trì, phối hợp với …" needs no
    name. The sentence stays whole, who does it by when is said again as values.
    """
    if context.restorer.needed:
        return None
    match = leads and _OWN.match(text.text)
    given = None if match else _GIVEN.match(text.text)
    if given and begins_unit(given["lead"]) and is_whole_unit(given["lead"]):
        match = given
    if not match or (match["with"] and not begins_unit(match["with"])):
        return None
    rest = text.cut(match.end())
    if len(rest.text) < _LEAST:
        return None
    task: Draft = {"ma": context.code(rest.text), "so_muc": Piece(""), "noi_dung": [text.piece()]}
    if given:
        task["chu_tri"] = _said_again(text.cut(*given.span("lead")))
    else:
        task["chu_tri"] = [replace(p, sure=Sureness.LIKELY, note=INFERRED) for p in leads]
    if match["with"]:
        task["phoi_hop"] = _said_again(text.cut(*match.span("with")))
    if due := _deadline(rest):
        task["thoi_han"] = due
    return task


def _said_again(units: Passage) -> list[Piece]:
    return [units.reworded(name, Sureness.LIKELY, SAID_AGAIN) for name in split_units(units.text)]


def _deadline(text: Passage) -> Piece | None:
    """Return by when the sentence says that it is done: "… trước ngày 30/9/2026"."""
    found = deadline_stretch(text.text)
    place = text.text.find(found) if found else -1
    if place < 0:
        return None
    if not (_BY.search(text.text[:place]) or _BY.match(f"{found.split(' ')[0]} ")):
        return None
    return text.reworded(found, Sureness.LIKELY, SAID_AGAIN)
