"""Đơn vị chủ trì nhiệm vụ, đơn vị có phần phân công phải có ở nơi nhận.

Không có ở nơi nhận thì văn thư không gửi, đơn vị không biết mình được giao việc. Nơi nhận ghi chung
("Các cơ quan, đơn vị thuộc xã", "Như Điều 3") tính cho mọi đơn vị; "thuộc UBND" không tính cho công
an, quân sự, cơ quan đảng, Mặt trận, đoàn thể. "Lưu: VT" tính cho văn phòng. Ban Chỉ đạo có phần
phân công mà nơi nhận chỉ có các chi bộ, các cơ quan thì chưa chắc, nên chỉ hiện khi yêu cầu.

Sai: Công an xã chủ trì, nơi nhận chỉ có "Các phòng thuộc UBND xã"
Đúng: thêm "Công an xã" vào ``noi_nhan``
"""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from kehoach.language.fold import fold
from kehoach.language.pattern import late_pattern
from kehoach.language.unit import is_generic, split_units
from kehoach.rules.context import Context
from kehoach.rules.finding import Finding, Level, Rule
from kehoach.rules.leading import is_circular, named_leads, unit_key
from kehoach.source.place import Path

META = Rule("KH609", "chu-tri-khong-nhan-van-ban", Level.WARNING, since="0.1.0")

_KEPT = re.compile(r"lưu\b")
_AS_ABOVE = re.compile(r"(?:như|các đơn vị có tên|các thành viên|các đơn vị được giao)\b")
_ABOVE = re.compile(r"(?:các )?(?:bộ|sở)\b|.*\b(?:tỉnh|trung ương)\b")
_COMMITTEE = re.compile(r"\bubnd|ủy ban nhân dân")
# What is no part of the people's committee: certainly, and by the law but not by habit.
_BESIDE = late_pattern(
    r"(?:ban xây dựng đảng|đảng|chi bộ|mặt trận|ủy ban mặt trận|ubmttq|ủy ban mttq|mttq|đoàn|hội|tổ"
    r"|thôn|các thôn|trưởng thôn|trường|ngân hàng|doanh nghiệp|vnpt|viettel|bưu điện|ban chỉ đạo"
    r"|thuế|bảo hiểm)\b"
)
_ARMED = re.compile(r"(?:công an|ban chỉ huy quân sự|ban chqs|quân sự)\b")
_LEADERS = late_pattern(
    r"(?:chủ tịch|phó chủ tịch|ubnd|ủy ban nhân dân|thường trực|ban thường vụ|đảng ủy)\b"
)
_MASS = late_pattern(r"(?:ủy ban mặt trận|ủy ban mttq|ubmttq|mặt trận|mttq|đoàn|hội)\b")
_MASSES = re.compile(r"mttq|mặt trận|đoàn thể|tổ chức chính trị")
_TEAM = re.compile(r"(?<!\w)tổ (?!chức|dân phố)")
_BOARD = re.compile(r"ban chỉ đạo\b")
_OWN_BOARD = re.compile(r"(?:ban chỉ đạo|bcđ)\b(?!.*\b(?:tỉnh|thành phố|trung ương)\b)")
_FEW = 3
_UNSURE = 0.6


class _Recipients(NamedTuple):
    keys: frozenset[str]
    kept: bool
    all_units: bool
    committee_units: bool
    mass: bool
    teams: bool
    boards: bool


def check(context: Context) -> Iterator[Finding]:
    """Look for each lead, and each unit with duties, among the recipients."""
    leads = named_leads(context)
    duties = {key: one for key, one in _with_duties(context).items() if key not in leads}
    recipients = _read(context)
    if not recipients.kept:  # a list without its last line is not all there
        return
    if recipients.all_units:
        if not recipients.boards:
            boards = {key: one for key, one in duties.items() if _BOARD.match(key)}
            yield from _left_out(boards, recipients, "có phần phân công", sureness=_UNSURE)
        return
    implementers = recipients.keys & leads.keys() or recipients.committee_units
    if implementers or len(leads) >= _FEW:
        yield from _left_out(leads, recipients, "chủ trì nhiệm vụ")
    if implementers or recipients.keys & duties.keys():
        yield from _left_out(duties, recipients, "có phần phân công")


def _left_out(
    units: Mapping[str, tuple[str, Path]],
    recipients: _Recipients,
    why: str,
    sureness: float | None = None,
) -> Iterator[Finding]:
    for key, (unit, path) in units.items():
        if not _receives(key, recipients):
            yield Finding(
                path,
                f"“{unit}” {why} nhưng không có ở nơi nhận",
                "thêm đơn vị này vào nơi nhận",
                related=("van_ban", "noi_nhan"),
                related_message="nơi nhận ở đây",
                confidence=sureness or _sureness(key, recipients),
            )


def _with_duties(context: Context) -> dict[str, tuple[str, Path]]:
    """Return the units, not groups, that a section of duties is for: writing and path, by key."""
    found: dict[str, tuple[str, Path]] = {}
    for section in context.plan.walk():
        for i, unit in enumerate(section.units):
            if not is_generic(unit) and not is_circular(unit):
                place = (*section.path, "don_vi", i)
                found.setdefault(unit_key(context, unit), (unit, place))
    return found


def _read(context: Context) -> _Recipients:
    keys: set[str] = set()
    kept = all_units = committee_units = mass = teams = boards = False
    for recipient in context.plan.document.recipients:
        folded = fold(recipient)
        kept = kept or bool(_KEPT.match(folded))
        mass = mass or bool(_MASSES.search(folded))
        teams = teams or bool(_TEAM.search(folded))
        boards = boards or bool(_OWN_BOARD.search(folded)) or bool(_AS_ABOVE.match(folded))
        if _AS_ABOVE.match(folded):
            all_units = True
        for unit in split_units(recipient.partition("(")[0]):
            keys.add(unit_key(context, unit))
            if is_generic(unit) and not _ABOVE.match(fold(unit)):
                of_committee = bool(_COMMITTEE.search(folded))
                committee_units = committee_units or of_committee
                all_units = all_units or not of_committee
    return _Recipients(frozenset(keys), kept, all_units, committee_units, mass, teams, boards)


def _receives(key: str, recipients: _Recipients) -> bool:
    if key in recipients.keys or _LEADERS.match(key):
        return True
    if key.startswith(("văn phòng", "vp")):
        return recipients.kept
    beside = _BESIDE.match(key) or _ARMED.match(key)
    if recipients.committee_units and not beside:
        return True
    if _MASS.match(key):
        return recipients.mass
    return recipients.teams and _TEAM.match(key) is not None


def _sureness(key: str, recipients: _Recipients) -> float:
    """Return less where "cơ quan thuộc UBND" may be meant to have the police in it."""
    return 0.7 if recipients.committee_units and _ARMED.match(key) else 0.85
