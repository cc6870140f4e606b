"""Verdicts in fair words: a lower figure needs grounds, it is not a fault."""

from kehoach.compare.party import Party
from kehoach.compare.verdict import Compared, Verdict

_CERTAIN = ("", "chắc chắn")


def word(item: Compared, above: Party) -> str:
    """Return what is to be said of *item* against *above*, without a full stop."""
    called = above.called
    said = {
        Verdict.WEAKER: f"thấp hơn {called}, cần {above.grounds}",
        Verdict.LATER: f"hạn muộn hơn {called}, cần {above.grounds}",
        Verdict.MISSING: f"{called} có, kế hoạch chưa nêu",
        Verdict.DOUBTFUL: _doubt(item),
        Verdict.EQUAL: f"bằng {called}",
        Verdict.STRICTER: f"cao hơn {called}",
        Verdict.EXTRA: f"kế hoạch nêu thêm, {called} không đòi hỏi ở cấp xã",
    }[item.verdict]
    certainty = item.terms.certainty if item.terms else ""
    unsure = item.verdict in {Verdict.WEAKER, Verdict.LATER, Verdict.MISSING}
    if unsure and certainty not in _CERTAIN:
        said += f" (mục này của khung mới ở mức {certainty}, nên đối chiếu văn bản gốc)"
    return said


def _doubt(item: Compared) -> str:
    if item.sure:
        return "chưa rõ có đáp ứng hay không, cần người xem"
    return "chưa chắc là cùng một việc, cần người xem"
