"""Động từ giữa câu không viết hoa.

Nghị định 30/2020/NĐ-CP, phụ lục II: giữa câu chỉ viết hoa tên riêng và những từ kể ở phụ lục. Chỉ
nhắc khi động từ đứng ngay sau một từ không mở đầu tên riêng nào ("việc", "để", "công tác", "kỹ
năng").

Sai: "kỹ năng Ứng dụng AI", "công tác Tuyên truyền", "để Nâng cao chất lượng"
Đúng: "kỹ năng ứng dụng AI", "công tác tuyên truyền", "để nâng cao chất lượng"
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from kehoach.rules.context import Context
from kehoach.rules.finding import Finding, Fix, Level, Replacement, Rule

META = Rule("KH913", "dong-tu-viet-hoa", Level.NOTE, since="0.1.0")

_VERBS = (
    "Bảo đảm, Bảo vệ, Bổ sung, Bố trí, Bồi dưỡng, Cải thiện, Cập nhật, Chỉ đạo, Cung cấp, Duy trì, "
    "Đánh giá, Đảm bảo, Đào tạo, Đầu tư, Đẩy mạnh, Đề xuất, Đôn đốc, Giải quyết, Hoàn thành, "
    "Hoàn thiện, Hỗ trợ, Huy động, Khai thác, Kết nối, Kiểm tra, Kiện toàn, Nâng cao, Nâng cấp, "
    "Nghiên cứu, Niêm yết, Phát huy, Phân công, Phổ biến, Phối hợp, Quản lý, Rà soát, Sơ kết, "
    "Sử dụng, Tăng cường, Tập huấn, Tham gia, Tham mưu, Thành lập, Theo dõi, Thực hiện, Tiếp nhận, "
    "Tiếp tục, Tổng hợp, Tổng kết, Trang bị, Triển khai, Tuyên truyền, Ứng dụng, "
    "Vận hành, Xây dựng, Xử lý"
)
# The word before, and the one before that where it must be a pair.
_BEFORE = {
    "việc": "",
    "để": "",
    "nhằm": "",
    "tác": "công",
    "năng": "kỹ",
    "tục": "tiếp",
    "mạnh": "đẩy",
    "cường": "tăng",
    "động": "chủ",
}


def _seconds() -> Mapping[str, frozenset[str]]:
    by_first: dict[str, set[str]] = defaultdict(set)
    for verb in _VERBS.split(", "):
        first, second = verb.split()
        by_first[first].add(second)
    return {first: frozenset(seconds) for first, seconds in by_first.items()}


_SECONDS = _seconds()


def check(context: Context) -> Iterator[Finding]:
    """Look for capital verbs among the words of the plan, then at the word before."""
    wording = context.wording
    if _SECONDS.keys().isdisjoint(wording.vocabulary):
        return
    tokens = wording.tokens
    found = {
        f"{tokens[i - 1]} {tokens[i]} {tokens[i + 1]}"
        for i in wording.places_of(_SECONDS)
        if i > 1
        and tokens[i + 1] in _SECONDS[tokens[i]]
        and tokens[i - 1] in _BEFORE
        and _BEFORE[tokens[i - 1]] in {"", tokens[i - 2].lower()}
    }
    for words in sorted(found):
        skipped = words.index(" ") + 1
        verb = words[skipped:]
        right = verb[0].lower() + verb[1:]
        for at in wording.find(words):
            path, stretch = wording.place(at + skipped, at + len(words))
            yield Finding(
                path,
                f"“{verb}” viết hoa giữa câu",
                f"viết “{right}”",
                stretch,
                fix=Fix((Replacement(path, stretch, right),), safe=True),
                confidence=0.85,
            )
