"""The last words of the body (``Trên đây là Kế hoạch …``)."""

from kehoach.importers.keywords import Keywords
from kehoach.importers.outline import Node, Part
from kehoach.importers.passages import Passage

_FORMULAS = (
    "Trên đây là",
    "Trong quá trình",
    "Quá trình",
    "Yêu cầu các",
    "Đề nghị các",
    "Kế hoạch này",
    "Nhận được",
    "Căn cứ Kế hoạch này",
    "Các cơ quan, đơn vị căn cứ",
    "Giao Văn phòng",
    "Ủy ban nhân dân xã yêu cầu",
    "Ủy ban nhân dân phường yêu cầu",
    "UBND xã yêu cầu",
    "UBND phường yêu cầu",
    "Ban Thường vụ Đảng ủy yêu cầu",
    "Ban Chấp hành Đảng bộ yêu cầu",
    "Đảng ủy yêu cầu",
)


def take_ending(outline: list[Node | Part], keywords: Keywords) -> list[Passage]:
    """Take the closing paragraphs out of *outline* and return them."""
    items: list[Node | Part] = outline
    while items and isinstance(items[-1], Node) and not items[-1].mark.is_dash:
        items = items[-1].items
    if items is outline and not any(isinstance(item, Node) for item in outline):
        return []
    start = len(items)
    while start and isinstance(items[start - 1], Passage):
        start -= 1
    run = [item for item in items[start:] if isinstance(item, Passage)]
    for place, text in enumerate(run):
        ends = place == len(run) - 1 and text.text.rstrip().endswith(("./.", "./"))
        if keywords.begin(text.text, _FORMULAS) or ends:
            del items[start + place :]
            return run[place:]
    return []
