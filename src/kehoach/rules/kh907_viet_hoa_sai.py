"""Tên cơ quan, tên loại văn bản, tên riêng phải viết hoa đúng phụ lục II Nghị định 30/2020/NĐ-CP.

Mục IV.1: tên cơ quan viết hoa chữ cái đầu của từ chỉ loại hình, chức năng, lĩnh vực hoạt động
(Ban Chỉ đạo, Sở Khoa học và Công nghệ, Ủy ban nhân dân). Mục V.1: Nhân dân, Nhà nước. Mục V.7:
văn bản cụ thể (Kế hoạch này). Danh sách ở templates/ngon-ngu/viet-hoa.yaml; dự án có thể thêm tệp
cùng tên.

Sai: "Ủy ban Nhân dân xã", "Ban chỉ đạo", "Bộ chính trị", "Nghị Quyết số 57-NQ/TW"
Đúng: "Ủy ban nhân dân xã", "Ban Chỉ đạo", "Bộ Chính trị", "Nghị quyết số 57-NQ/TW"
"""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from kehoach.rules.context import Context
from kehoach.rules.finding import Finding, Fix, Level, Replacement, Rule
from kehoach.rules.tables import pairs
from kehoach.rules.wording import Wording

META = Rule("KH907", "viet-hoa-sai", Level.NOTE, since="0.1.0")

_PLACE = re.compile(
    r"(?:[Xx]ã|[Pp]hường|[Đđ]ặc khu|[Tt]hôn|[Tt]ổ dân phố|[Kk]hu|[Pp]hố|[Aa]nh hùng|[Bb]ản|[Ấấ]p"
    r"|[Xx]óm|[Bb]uôn|[Kk]hóm|[Ll]àng|[Cc]hợ|[Cc]ầu) $"
)
# "Trưởng phòng" is one word: who heads it, not the name of the office.
_HEAD_OF = re.compile(r"[Tt]rưởng $")
# One of a list of names: "bản Thà Lạng, Trung Tâm, Sà Lầy".
_LISTED = re.compile(r"(?<=, )[^\W\d_]+ [^\W\d_]+(?=[,;.]| và )")
# Party documents follow rules of their own here.
_OF_THE_STATE = ("Nhân dân", "Nhà nước")


def check(context: Context) -> Iterator[Finding]:
    """Look for the wrong writings of the list."""
    wording = context.wording
    if not wording.is_readable:
        return
    is_party = context.plan.document.profile == "hd05"
    for number in sorted(set(_likely(wording))):
        wrong, right, tokens, only_within = _table()[number]
        if is_party and right.endswith(_OF_THE_STATE):
            continue
        if wording.vocabulary.issuperset(tokens):
            for at in wording.find(wrong):
                if only_within and wording.starts_sentence(at):
                    continue
                if wrong.startswith("phòng ") and _HEAD_OF.search(wording.text, max(at - 8, 0), at):
                    continue
                is_name = wrong.istitle() and _LISTED.match(wording.text, at)
                if not is_name and not _PLACE.search(wording.text, max(at - 12, 0), at):
                    yield _finding(wording, at, wrong, right)


def _likely(wording: Wording) -> Iterator[int]:
    """Yield which lines of the table have a first token that their second may follow."""
    tokens, places, joined = wording.tokens, wording.places, wording.parts
    table = _by_beginning()
    for first in table.keys() & places.keys():
        seconds = table[first].keys()
        behind = {tokens[i + 1] for i in places[first]} if seconds & places.keys() else ()
        for second in seconds:
            if second in behind or second in joined or not second:
                yield from table[first][second]
    for first in table.keys() & joined:
        for numbers in table[first].values():
            yield from numbers


def _finding(wording: Wording, at: int, wrong: str, right: str) -> Finding:
    # Of "và Nhân dân" the words before the capital are right either way.
    skipped = next((i for i, letter in enumerate(right) if letter.isupper()), 0)
    path, stretch = wording.place(at + skipped, at + len(wrong))
    return Finding(
        path,
        f"“{wrong[skipped:]}” viết hoa chưa đúng",
        f"viết “{right[skipped:]}”",
        stretch,
        fix=Fix((Replacement(path, stretch, right[skipped:]),), safe=True),
    )


@lru_cache
def _table() -> tuple[tuple[str, str, tuple[str, ...], bool], ...]:
    """Return wrong, right, the tokens in a row, whether only within a sentence."""
    return tuple(
        (wrong, right, tuple(wrong.replace(",", " , ").split()), only_within)
        for key, only_within in (("thay", False), ("giua_cau", True))
        for wrong, right in pairs("viet-hoa", key).items()
    )


@lru_cache
def _by_beginning() -> Mapping[str, Mapping[str, list[int]]]:
    """Return the lines of the table by their first token, then their second, "" for none."""
    found: dict[str, dict[str, list[int]]] = {}
    for number, (_, _, (first, *rest), _) in enumerate(_table()):
        found.setdefault(first, {}).setdefault(rest[0] if rest else "", []).append(number)
    return found
