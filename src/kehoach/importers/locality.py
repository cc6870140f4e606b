"""Which commune a document is of, by the names in it and the list of communes."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from kehoach.importers.draft import Piece, Sureness
from kehoach.importers.keywords import bare
from kehoach.importers.passages import Passage
from kehoach.language.fold import fold, normalize
from kehoach.model.administrative import AdministrativeUnit, by_code, find, units

_COMMUNE = re.compile(
    r"(?<!\w)(?P<level>[Xx]ã|[Pp]hường|[Đđ]ặc khu|XÃ|PHƯỜNG|ĐẶC KHU)\s+"
    r"(?P<name>(?:[A-ZĐÀ-Ỹ][\w’'-]*\s?){1,5}|\d{1,2}(?!\d))"
)
_BARE_COMMUNE = re.compile(
    r"(?<!\w)(?P<level>[Xx]a|[Pp]huong|XA|PHUONG|xã|XÃ|x4|xd)\s+(?P<name>(?:[A-Z][\w’'-]*\s?){1,4})"
)
_PROVINCE = re.compile(
    r"(?<!\w)(?P<level>[Tt]ỉnh|[Tt]hành phố|TỈNH|THÀNH PHỐ|tinh|TINH|thanh pho)\s+"
    r"(?P<name>(?:[A-ZĐÀ-Ỹ][\w’'-]*\s?){1,4})"
)
_PROVINCIAL_PARTY = re.compile(r"(?:tỉnh|thành) ủy\s+(?P<name>\w.*)", re.IGNORECASE)
_ISSUER_WEIGHT = 20
_HEAD_WEIGHT = 3
_HEAD = 12
_MOST_LISTED = 8


@dataclass(frozen=True, slots=True)
class Locality:
    """The commune by its pieces; ``unit`` is None where the list has no such commune.

    ``above`` says that a province issued the document, so that it is of no commune.
    """

    values: dict[str, Piece]
    unit: AdministrativeUnit | None
    above: bool = False


def find_locality(
    issuer: Piece | None,
    texts: Sequence[Passage],
    *,
    tolerant: bool,
    place_name: Piece | None = None,
) -> Locality:
    """Return the commune that the *issuer* and the *texts* name, placeholders for what is open.

    Where they name none, *place_name* of the line of place and date is looked up in the list.
    """
    if issuer and (above := _issuing_province(normalize(str(issuer.text)))):
        return _of_province(above, issuer)
    counted: Counter[str] = Counter()
    where: dict[str, Passage] = {}
    found: dict[str, tuple[AdministrativeUnit, ...]] = {}
    named = (
        []
        if issuer is None
        else [Passage(normalize(str(issuer.text)), ((0, o),)) for o in issuer.origins[:1]]
    )
    for place, text in enumerate([*named, *texts]):
        weight = _ISSUER_WEIGHT if place < len(named) else _HEAD_WEIGHT if place < _HEAD else 1
        for candidates in _communes(text.text, tolerant=tolerant):
            key = candidates[0].full_name
            counted[key] += weight
            where.setdefault(key, text)
            found[key] = candidates
    if not counted:
        return _by_place(place_name)
    key = max(counted, key=lambda name: counted[name])
    candidates, source = found[key], where[key]
    surely = len({unit.code for unit in candidates}) == 1
    if not surely:
        provinces = _provinces(texts)
        for province in provinces:
            narrowed = tuple(u for u in candidates if u.province_code == province)
            if narrowed:
                candidates, surely = narrowed, len({u.code for u in narrowed}) == 1
                break
    unit = candidates[-1]
    sure = Sureness.CHECK if tolerant else Sureness.SURE
    values = {"ten": source.reworded(unit.full_name, sure)}
    if not surely:
        values["tinh"] = Piece(
            "tỉnh […]", (), Sureness.CHECK, f"nhiều tỉnh có {unit.full_name}; điền tỉnh và mã"
        )
        return Locality(values, None)
    province_unit = by_code(unit.province_code)
    note = "suy từ danh mục đơn vị hành chính"
    code = Piece(unit.code, source.origins, Sureness.LIKELY, note)
    values = {"ma": code, **values}
    name = province_unit.full_name if province_unit else "tỉnh […]"
    values["tinh"] = Piece(name, source.origins, Sureness.LIKELY, note)
    return Locality(values, unit)


def _issuing_province(issuer: str) -> AdministrativeUnit | None:
    """Return the province whose body *issuer* is; None for that of a commune."""
    match = _PROVINCIAL_PARTY.search(issuer) or _PROVINCE.search(issuer)
    if match is None or _COMMUNE.search(issuer):
        return None
    provinces = {bare(unit.name): unit for unit in units() if not unit.province_code}
    return provinces.get(bare(match["name"]))


def _of_province(province: AdministrativeUnit, issuer: Piece) -> Locality:
    name = province.full_name
    note = f"văn bản của {name}; tệp kế hoạch chỉ có chỗ cho đơn vị cấp xã nên để trống"
    values = {
        "ten": replace(_open()["ten"], note=note),
        "tinh": Piece(name, issuer.origins, Sureness.SURE),
    }
    return Locality(values, None, above=True)


def _by_place(place: Piece | None) -> Locality:
    """Return the only commune that is called *place*; several are listed in a note."""
    wanted = fold(str(place.text)) if place else ""
    named = [unit for unit in units() if unit.province_code and fold(unit.name) == wanted]
    if place is None or not named:
        return Locality(_open(), None)
    if len(named) > 1:
        listed = [f"{unit.full_name} ({_province_name(unit)})" for unit in named[:_MOST_LISTED]]
        more = "; …" if len(named) > _MOST_LISTED else ""
        note = f"nhiều đơn vị tên {place.text}: {'; '.join(listed)}{more}; chọn một rồi điền"
        values = {key: replace(piece, note=note) for key, piece in _open().items()}
        return Locality(values, None)
    note = f"chỉ suy từ địa danh “{place.text}”: cả nước có một đơn vị tên này; xem lại"
    texts = (named[0].code, named[0].full_name, _province_name(named[0]))
    return Locality(
        {
            key: Piece(text, place.origins, Sureness.LIKELY, note)
            for key, text in zip(("ma", "ten", "tinh"), texts, strict=True)
        },
        named[0],
    )


def _province_name(unit: AdministrativeUnit) -> str:
    province = by_code(unit.province_code)
    return province.full_name if province else "tỉnh […]"


def _open() -> dict[str, Piece]:
    note = "không thấy tên đơn vị hành chính trong văn bản"
    return {
        "ten": Piece("xã […]", (), Sureness.CHECK, note),
        "tinh": Piece("tỉnh […]", (), Sureness.CHECK, note),
    }


def _communes(text: str, *, tolerant: bool) -> Iterable[tuple[AdministrativeUnit, ...]]:
    for match in _COMMUNE.finditer(text):
        words = match["name"].split()
        for count in range(len(words), 0, -1):
            name = " ".join(words[:count])
            if candidates := find(f"{match['level']} {name}"):
                yield tuple(unit for unit in candidates if unit.province_code) or candidates
                break
    if tolerant:
        for match in _BARE_COMMUNE.finditer(text):
            words = match["name"].split()
            level = bare(match["level"]).replace("xd", "xa").replace("x4", "xa")
            for count in range(len(words), 0, -1):
                if known := _bare_communes().get(f"{level} {bare(' '.join(words[:count]))}"):
                    yield known
                    break


@lru_cache(maxsize=1)
def _bare_communes() -> dict[str, tuple[AdministrativeUnit, ...]]:
    known: dict[str, tuple[AdministrativeUnit, ...]] = {}
    for unit in units():
        if unit.province_code:
            key = bare(unit.full_name)
            known[key] = (*known.get(key, ()), unit)
    return known


def _provinces(texts: Sequence[Passage]) -> list[str]:
    """Return the codes of the provinces that *texts* name, the most frequent first."""
    bare_names = {bare(unit.name): unit.code for unit in units() if not unit.province_code}
    counted: Counter[str] = Counter()
    for text in texts:
        for match in _PROVINCE.finditer(text.text):
            words = match["name"].split()
            for count in range(len(words), 0, -1):
                if code := bare_names.get(bare(" ".join(words[:count]))):
                    counted[code] += 1
                    break
    return [code for code, _ in counted.most_common()]
