"""Verdicts in fair words: a lower figure needs grounds, it is not a fault."""

from collections import Counter

from kehoach.compare.acceptance import Accepted
from kehoach.compare.party import Party
from kehoach.compare.verdict import Compared, Verdict

COUNTED = {
    Verdict.WEAKER: "thấp hơn",
    Verdict.LATER: "muộn hơn",
    Verdict.MISSING: "thiếu",
    Verdict.DOUBTFUL: "chưa rõ",
    Verdict.STRICTER: "cao hơn",
    Verdict.EQUAL: "bằng",
    Verdict.EXTRA: "thêm",
}
"""Verdicts, the gravest first, as a summary counts them and as a cell names them."""
ACCEPTED = "đã chấp nhận"
_CERTAIN = ("", "chắc chắn")


def clause(verdict: Verdict, called: str, *, of_commune: bool = True) -> str:
    """Return what *verdict* says, without a full stop; *called* is what the side above is called.

    *of_commune* tells whether a commune is asked, for which only a part of the side above is.
    """
    return {
        Verdict.WEAKER: falls_short("thấp hơn", called, of_commune=of_commune),
        Verdict.LATER: falls_short("hạn muộn hơn", called, of_commune=of_commune),
        Verdict.MISSING: f"{called} có, kế hoạch chưa nêu",
        Verdict.DOUBTFUL: "chưa rõ, cần người xem",
        Verdict.EQUAL: f"bằng {called}",
        Verdict.STRICTER: f"cao hơn {called}",
        Verdict.EXTRA: f"kế hoạch nêu thêm, {called} không "
        + ("đòi hỏi ở cấp xã" if of_commune else "có"),
    }[verdict]


def falls_short(said: str, called: str, *, of_commune: bool = True) -> str:
    """Return ``thấp hơn khung trung ương, cần căn cứ của cấp tỉnh``; *said* is ``thấp hơn``."""
    # Who asks less than the central plan asks the province; below a province any grounds will do.
    grounds = "căn cứ của cấp tỉnh" if of_commune and called.endswith("trung ương") else "căn cứ"
    return f"{said} {called}, cần {grounds}"


def title(verdict: Verdict, called: str, *, of_commune: bool = True) -> str:
    """Return `clause` as the heading of a block."""
    said = clause(verdict, called, of_commune=of_commune)
    return said[0].upper() + said[1:]


def word(item: Compared, above: Party) -> str:
    """Return what is to be said of *item* against *above*, without a full stop."""
    if item.verdict is Verdict.DOUBTFUL:
        said = "chưa rõ có đáp ứng hay không" if item.sure else "chưa chắc là cùng một việc"
        return f"{said}, cần người xem"
    said = clause(item.verdict, above.called, of_commune=item.of_commune)
    short = item.verdict in {Verdict.WEAKER, Verdict.LATER, Verdict.MISSING}
    return said + reservation(item) if short else said


def reservation(item: Compared) -> str:
    """Return in brackets how unsure the framework is of *item*, or nothing where it is sure."""
    certainty = item.terms.certainty if item.terms else ""
    if certainty in _CERTAIN:
        return ""
    return f" (mục này của khung mới ở mức {certainty}, nên đối chiếu văn bản gốc)"


def paired(*, sure: bool, likeness: float) -> str:
    """Return how a pair was made by words: ``ghép theo lời văn, giống 71%``."""
    how = "ghép theo lời văn" if sure else "có thể là mục này"
    return f"{how}, giống {likeness:.0f}%"


def acceptance(accepted: Accepted) -> str:
    """Return why a difference is accepted, or that what was accepted has changed since."""
    if not accepted.suspect:
        return f"{ACCEPTED}: {accepted.acceptance.reason}"
    was = accepted.acceptance.text or "nội dung khác"
    return f"{ACCEPTED} “{was}”, nay nội dung đã đổi: xem lại rồi chấp nhận lại"


def say_counts(counts: Counter[Verdict], accepted: int, *, binding: bool) -> str:
    """Return ``28 mục bắt buộc với cấp xã: 3 thấp hơn, 2 thiếu, 23 bằng``.

    *binding* tells whether only some items bind.
    """
    words = [f"{counts[verdict]} {said}" for verdict, said in COUNTED.items() if counts[verdict]]
    if accepted:
        words.append(f"{accepted} {ACCEPTED}")
    total = sum(counts.values()) + accepted
    which = "mục bắt buộc với cấp xã" if binding else "mục"
    return f"{total} {which}: {', '.join(words) or 'không có'}"
