"""A new plan that starts from an older one: relinked, at the framework's level, with what it lacks.

Units, signer, recipients and sections stay. What was issued (number, date, accepted findings,
numbers of sections) goes. Every value that is changed has a comment with the old one.
"""

import copy
import datetime as dt
from pathlib import Path as FilePath

from kehoach.drafting.adding import add_missing, make_room
from kehoach.drafting.commune import Place
from kehoach.drafting.draft import DEADLINE_BLANK, Draft, Values, texts
from kehoach.drafting.items import citation_values
from kehoach.drafting.levels import OldPeriod, raise_target, renew_own, renew_task
from kehoach.drafting.old_times import mark_old_times
from kehoach.drafting.outline import Contents, read_outline
from kehoach.drafting.redrafting import Redrafting, own_links, replace
from kehoach.drafting.relinking import relink
from kehoach.drafting.walking import TARGETS, TASKS, walk_items, walk_sections
from kehoach.model.plan import Target, Task
from kehoach.model.reading import read_plan
from kehoach.source.tree import SourceFile

_SIGNER_BLANKS = {"chuc_vu": "[chức vụ]", "ho_ten": "[họ tên]"}


def redraft_plan(
    source: SourceFile, place: Place, contents: Contents, on: dt.date, project: FilePath
) -> Draft:
    """Return the draft of a plan with *contents* that starts from the plan in *source*.

    Deadlines before the day *on* are of the old period. Raises `SourceError` where the plan or a
    template of *project* is wrong.
    """
    plan = read_plan(source)
    date = plan.document.date
    old = OldPeriod(on, date.year if date else None)
    outline = read_outline(contents.framework, contents.customs, project)
    work = Redrafting(Draft(copy.deepcopy(source.value)), contents, outline, old)
    anew = contents.framework.code not in plan.frameworks
    _renew_document(work, place)
    if anew:
        _rename(work)
    make_room(work)
    relink(work, keep_others=not anew)
    _renew_items(work)
    add_missing(work, plan)
    _drop_empty(work)
    mark_old_times(work)
    _say(work)
    return work.draft


def _renew_document(work: Redrafting, place: Place) -> None:
    value = work.value
    value["don_vi"] = {"ma": place.code, "ten": place.commune, "tinh": place.province}
    value["van_ban"] |= {"trang_thai": "du_thao", "so": None, "ngay": None}
    signer = value["van_ban"].get("nguoi_ky") or {}
    value["van_ban"]["nguoi_ky"] = signer | {
        key: blank for key, blank in _SIGNER_BLANKS.items() if not signer.get(key)
    }
    value.setdefault("khung", [])
    value.pop("chap_nhan", None)
    for _, owner in (
        *walk_sections(value),
        *walk_items(value, TARGETS),
        *walk_items(value, TASKS),
    ):
        if owner.get("so_muc"):
            del owner["so_muc"]
    for i, duty in enumerate(value.get("che_do_bao_cao") or []):
        if work.old.holds(str(duty.get("han") or "")):
            replace(work, ("che_do_bao_cao", i), duty, "han", DEADLINE_BLANK)


def _rename(work: Redrafting) -> None:
    """Give the plan the title and the opening of its new framework, and the framework as basis."""
    value, outline = work.value, work.outline
    replace(work, ("van_ban",), value["van_ban"], "trich_yeu", outline["trich_yeu"])
    for key in ("mo_dau", "ket_thuc"):
        if outline.get(key):
            before = value.get(key)
            if before:
                value[key] = " ".join(text for _, text in texts(before))
            replace(work, (), value, key, outline[key])
    bases = value.setdefault("can_cu", [])
    symbol = work.framework.document.symbol
    if not any(symbol and symbol in text for _, text in texts(bases)):
        bases.append(citation_values(work.framework.document))
    order = ("kehoach", "don_vi", "van_ban", "khung", "don_vi_thuc_hien", "can_cu", "mo_dau")
    rest = (key for key in value if key not in order)
    work.draft.value = {key: value[key] for key in (*order, *rest) if key in value}


def _renew_items(work: Redrafting) -> None:
    """Bring linked items to the framework's level and free the others of past deadlines."""
    above: dict[str, Target | Task] = {item.code: item for item in work.framework.items()}
    for kind in (TARGETS, TASKS):
        for path, item in list(walk_items(work.value, kind)):
            code = next(iter(own_links(work.framework, item)), "")
            found = above.get(code)
            if isinstance(found, Target):
                changes = raise_target(item, found, work.old)
            elif found:
                changes = renew_task(item, found, work.contents, work.old)
            else:
                changes = renew_own(item, kind, work.old)
            for key, text in changes.items():
                replace(work, path, item, key, text)
            _reorder(item)


def _drop_empty(work: Redrafting) -> None:
    """Drop lists of items that nothing was put into."""
    for _, section in walk_sections(work.value):
        for kind in (TARGETS, TASKS):
            if section.get(kind) == []:
                del section[kind]


def _say(work: Redrafting) -> None:
    notes, code = work.draft.notes, work.framework.code
    if work.added:
        many = f"thêm {len(work.added)} mục mà khung {code} có, kế hoạch cũ chưa có"
        notes.append(f"{many}: {', '.join(work.added)}")
    else:
        notes.append(f"kế hoạch cũ đã có đủ các mục bắt buộc của khung {code}")
    if work.gone:
        gone = ", ".join(dict.fromkeys(work.gone))
        notes.append(f"khung {code} không còn mục mà kế hoạch cũ dẫn tới: {gone}")
    blanks = sum(
        DEADLINE_BLANK in (item.get("han"), item.get("thoi_han"))
        for kind in (TARGETS, TASKS)
        for _, item in walk_items(work.value, kind)
    )
    if blanks:
        notes.append(f"{blanks} thời hạn đã qua hoặc chưa có, đổi thành {DEADLINE_BLANK}")
    if work.changed:
        notes.append(f"đổi {work.changed} giá trị; giá trị cũ ghi trong chú thích của tệp mới")


_ORDER = (
    "ma",
    "so_muc",
    "ten",
    "noi_dung",
    "muc_dat",
    "tu_ngay",
    "han",
    "pham_vi",
    "ngoai_tru",
    "chu_tri",
    "phoi_hop",
    "thoi_han",
    "san_pham",
    "phuc_vu",
    "khung",
    "ghi_chu",
    TARGETS,
    TASKS,
)


def _reorder(item: Values) -> None:
    ordered = {key: item[key] for key in _ORDER if key in item}
    item.clear()
    item.update(ordered)
