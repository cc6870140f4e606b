"""A plan as the variables of a template: the keys of the plan file, so its authors know them.

Every key is there, empty where the plan says nothing: a template that names a key that does not
exist is wrong and is told so. ``docs/mau-van-ban.md`` lists them.
"""

from collections.abc import Iterator
from typing import Any

from kehoach.document.profile import Profile
from kehoach.model.outline import numbers
from kehoach.model.plan import Citation, DocumentInfo, PartialDate, Plan, Section, Target, Task
from kehoach.source.place import Path

Variables = dict[str, Any]
_NO_BREAK = "\N{NO-BREAK SPACE}"


def plan_variables(plan: Plan, profile: Profile) -> Variables:
    """Return the variables for *plan*; *profile* writes symbols and dates as its form wants."""
    names = _Names(profile, numbers(plan))
    return {
        "don_vi": {
            "ma": plan.commune.code,
            "ten": plan.commune.name,
            "tinh": plan.commune.province,
        },
        "van_ban": names.document(plan.document),
        "can_cu": tuple(map(names.citation, plan.bases)),
        "mo_dau": plan.opening,
        "noi_dung": tuple(map(names.section, plan.sections)),
        "ket_thuc": plan.closing,
        "phu_luc": tuple(map(names.annex, plan.annexes)),
        "don_vi_thuc_hien": tuple(
            {"ten": unit.name, "viet_tat": unit.abbreviation} for unit in plan.units
        ),
        "che_do_bao_cao": tuple(
            {
                "ky": duty.period,
                "han": duty.deadline,
                "noi_nhan": duty.recipient,
                "don_vi": duty.units,
                "noi_dung": duty.content,
            }
            for duty in plan.reports
        ),
    }


def document_variables(document: DocumentInfo, profile: Profile) -> Variables:
    """Return the variables that name *document*, as ``van_ban`` of a plan."""
    return _Names(profile, {}).document(document)


class _Names:
    """Gives the parts of a plan their names in the plan file."""

    def __init__(self, profile: Profile, numbers: dict[Path, str]) -> None:
        self._profile = profile
        self._numbers = numbers

    def document(self, document: DocumentInfo) -> Variables:
        number, date = document.number, document.date
        if document.is_draft:
            # Number and day are given when the document is signed.
            number, date = "", date and PartialDate(date.year, date.month)
        symbol = self._profile.full_symbol(number, document.symbol, _NO_BREAK)
        signer = document.signer
        return {
            "the_thuc": document.profile,
            "du_thao": document.is_draft,
            "ten_loai": document.type_name,
            "co_quan_cap_tren": document.parent_issuer,
            "co_quan": document.issuer,
            "so": number,
            "ky_hieu": document.symbol,
            "dia_danh": document.place,
            "ngay": _iso(date),
            "so_ngay": self._profile.cite(symbol, self._profile.cited_date(date)),
            "trich_yeu": document.subject,
            "nguoi_ky": {
                "thay_mat": signer.on_behalf,
                "ky_thay": signer.for_head,
                "thua_lenh": signer.by_order,
                "thua_uy_quyen": signer.by_mandate,
                "chuc_vu": signer.title,
                "kiem": signer.also,
                "ho_ten": signer.name,
            },
            "kinh_gui": document.addressees,
            "noi_nhan": document.recipients,
        }

    def citation(self, citation: Citation) -> Variables:
        date = self._profile.cited_date(citation.date) if citation.date else ""
        return {
            "cau": citation.text,
            "ten_loai": citation.type_name,
            "so_ky_hieu": citation.symbol,
            "ngay": date,
            "so_ngay": self._profile.cite(citation.symbol, date),
            "co_quan": citation.issuer,
            "trich_yeu": citation.title,
        }

    def section(self, section: Section) -> Variables:
        return {
            "so": self._numbers.get(section.path, ""),
            "de_muc": section.heading,
            "don_vi": section.units,
            "can_cu": tuple(map(self.citation, section.bases)),
            "doan": section.prose,
            "chi_tieu": tuple(map(self.target, section.targets)),
            "nhiem_vu": tuple(map(self.task, section.tasks)),
            "muc": tuple(map(self.section, section.sections)),
            "ghi_chu": section.remark,
        }

    def annex(self, annex: Section) -> Variables:
        return {
            **self.section(annex),
            "so": annex.number,  # None leaves it to the profile
            "co_nhiem_vu": any(section.tasks for section in _within(annex)),
            "co_ghi_chu": any(_remarks(annex)),
        }

    def target(self, target: Target) -> Variables:
        return {
            "so": self._numbers.get(target.path, ""),
            "ma": target.code,
            "noi_dung": target.content,
            "muc_dat": target.figure,
            "tu_ngay": target.since,
            "han": target.deadline,
            "pham_vi": target.scope,
            "ngoai_tru": target.exclusion,
            "chu_tri": target.leads,
            "phoi_hop": target.cooperating,
            "ghi_chu": target.remark,
            "chi_tieu": tuple(map(self.target, target.targets)),
        }

    def task(self, task: Task) -> Variables:
        return {
            "so": self._numbers.get(task.path, ""),
            "ma": task.code,
            "ten": task.name,
            "noi_dung": task.content,
            "chu_tri": task.leads,
            "phoi_hop": task.cooperating,
            "thoi_han": task.deadline,
            "san_pham": task.deliverable,
            "ghi_chu": task.remark,
            "nhiem_vu": tuple(map(self.task, task.tasks)) if task.tasks else (),
        }


def _within(section: Section) -> Iterator[Section]:
    yield section
    for child in section.sections:
        yield from _within(child)


def _remarks(section: Section) -> Iterator[str]:
    for inner in _within(section):
        yield inner.remark
        items: list[Target | Task] = [*inner.targets, *inner.tasks]
        while items:
            item = items.pop()
            yield item.remark
            items.extend(item.targets if isinstance(item, Target) else item.tasks)


def _iso(date: PartialDate | None) -> str:
    if date is None:
        return ""
    month = f"{date.year:04}-{date.month:02}"
    return month if date.day is None else f"{month}-{date.day:02}"
