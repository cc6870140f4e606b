"""What a new plan is made of: given by options, asked for on a terminal, or refused."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import typer

from kehoach.cli.asking import ask, can_ask, choose
from kehoach.cli.comparing import compare_with_version
from kehoach.drafting.amendment import draft_amendment
from kehoach.drafting.commune import Place, UnknownPlaceError, UnknownProvinceError, find_places
from kehoach.drafting.customs import read_customs
from kehoach.drafting.draft import Draft
from kehoach.drafting.items import framework_end, write_day
from kehoach.drafting.new_plan import draft_plan
from kehoach.drafting.older_plan import redraft_plan
from kehoach.drafting.outline import Contents
from kehoach.language.fold import strip_marks
from kehoach.model.framework import Framework
from kehoach.model.library import Library
from kehoach.model.plan import Commune
from kehoach.model.reading import read_plan
from kehoach.source.resources import project_root
from kehoach.source.tree import load

PROFILES = {
    "nd30": "nd30: kế hoạch của Ủy ban nhân dân (Nghị định 30/2020/NĐ-CP)",
    "hd05": "hd05: kế hoạch của Đảng ủy (Hướng dẫn 05-HD/VPTW)",
}


class UnusableError(Exception):
    """The wish cannot be met; the message is a Vietnamese sentence for the user."""


@dataclass(frozen=True, slots=True)
class Wish:
    """The values of the options, empty where one is not given."""

    commune: str
    province: str
    framework: str
    profile: str

    def missing(self, options: Sequence[str]) -> list[str]:
        """Return which of *options* (names of fields) are empty, as they are typed."""
        return [f"--{name}" for name in options if not getattr(self, name)]


def draft_anew(wish: Wish, *, encouraged: bool) -> tuple[Draft, str]:
    """Return the draft of a new plan and the name of its file, without ending.

    Raises `UnusableError` for what is missing or wrong, `SourceError` for broken templates.
    """
    require(wish, ("commune", "framework", "profile"))
    project, today = project_root(Path()), _today()
    place = settle_place(wish, today)
    framework = settle_framework(wish.framework, Library(project))
    profile = settle_profile(wish.profile)
    draft = draft_plan(place, profile, framework, project, encouraged=encouraged)
    _warn_of_end(draft, framework, today)
    words = "".join(char if char.isalnum() else " " for char in strip_marks(place.name))
    return draft, "-".join(words.split())


def draft_from(file: Path, wish: Wish, *, encouraged: bool) -> tuple[Draft, str]:
    """Return the draft that starts from the plan in *file*, and the name of its file.

    Raises `UnusableError` for what is missing or wrong, `SourceError` for files that cannot be
    used.
    """
    given = [name for name in ("commune", "province", "profile") if getattr(wish, name)]
    if given:
        options = ", ".join(f"--{name}" for name in given)
        message = f"--from giữ đơn vị và thể thức của kế hoạch cũ: bỏ {options}"
        raise UnusableError(message)
    source = load(file, file.as_posix())
    plan = read_plan(source)
    require(wish, ("framework",))
    project, today = project_root(Path()), _today()
    framework = settle_framework(wish.framework, Library(project), next(iter(plan.frameworks), ""))
    place = _place_of(plan.commune, today)
    customs = read_customs(place, plan.document.profile, project)
    contents = Contents(framework, customs, encouraged)
    draft = redraft_plan(source, place, contents, today, project)
    if any(line.lstrip().startswith("#") for line in source.text.splitlines()):
        draft.notes.append("chú thích (#) của tệp cũ không chuyển sang tệp mới")
    _warn_of_end(draft, framework, today)
    return draft, f"{file.stem}-moi"


def draft_amending(file: Path, other: str, wish: Wish, older: Path | None) -> tuple[Draft, str]:
    """Return the plan that amends *other* into the plan in *file*, and the name of its file.

    Raises `UnusableError` for options that do not go together and where nothing changed,
    `SourceError` for files and revisions that cannot be used.
    """
    given = [
        name for name in ("commune", "province", "framework", "profile") if getattr(wish, name)
    ]
    given += ["from"] if older is not None else []
    if given:
        options = ", ".join(f"--{name}" for name in given)
        raise UnusableError(f"--amend lấy mọi thứ từ kế hoạch được sửa: bỏ {options}")
    versions, _, new = compare_with_version(file, other)
    if not versions.changes:
        message = f"{file.as_posix()} không khác {other}: không có gì để sửa đổi, bổ sung"
        raise UnusableError(message)
    return draft_amendment(versions, new, project_root(Path())), f"{file.stem}-sua-doi"


def require(wish: Wish, options: Sequence[str]) -> None:
    """Raise `UnusableError` where *options* are missing and nobody can be asked."""
    missing = wish.missing(options)
    if missing and not can_ask():
        raise UnusableError(f"thiếu {', '.join(missing)} (không có màn hình để hỏi)")


def settle_place(wish: Wish, on: dt.date) -> Place:
    """Return the commune; what is ambiguous or misspelt is asked about or refused."""
    name, province, typed = wish.commune, wish.province, False
    while True:
        if not name:
            name, typed = ask("Xã, phường, đặc khu"), True
        try:
            found = find_places(name, province, on)
        except UnknownProvinceError as error:
            raise UnusableError(str(error)) from None
        except UnknownPlaceError as error:
            if not typed:
                raise UnusableError(f"{error}{_hint(error)}") from None
            words = str(error)
            typer.echo(f"{words[0].upper()}{words[1:]}.")
            if error.close and (place := _pick(error.close)):
                return place
            name = ""
            continue
        if len(found) == 1:
            return found[0]
        if not can_ask():
            words = "; ".join(map(str, found))
            message = f"có {len(found)} nơi tên “{name}”: {words}; nêu --province hoặc mã 5 số"
            raise UnusableError(message)
        return choose("Chọn nơi", found)


def settle_framework(code: str, library: Library, default: str = "") -> Framework:
    """Return the framework *code*, or the one that is chosen.

    Raises `UnusableError` for a code that does not exist, `SourceError` for a broken file.
    """
    codes = tuple(library.codes())
    if not code and default in codes:
        code = ask("Khung", default)
    elif not code:
        code = choose("Chọn khung", codes, lambda one: _title(one, library))
    framework = library.framework(code)
    if framework is None:
        raise UnusableError(f"không có khung “{code}”; các khung hiện có: {', '.join(codes)}")
    return framework


def settle_profile(profile: str) -> str:
    """Return the profile, or the one that is chosen; raises `UnusableError` for another word."""
    if not profile:
        return choose("Chọn thể thức", tuple(PROFILES), PROFILES.__getitem__)
    if profile not in PROFILES:
        raise UnusableError(f"không có thể thức “{profile}”; chọn {' hoặc '.join(PROFILES)}")
    return profile


def _place_of(commune: Commune, on: dt.date) -> Place:
    try:
        found = find_places(commune.name, commune.province, on)
    except UnknownPlaceError as error:
        words = f"{error}{_hint(error)}"
        message = f"đơn vị của kế hoạch cũ: {words} (sửa don_vi trong tệp cũ rồi chạy lại)"
        raise UnusableError(message) from None
    return next((place for place in found if place.code == commune.code), found[0])


def _warn_of_end(draft: Draft, framework: Framework, today: dt.date) -> None:
    end = framework_end(framework)
    if end and end < today:
        draft.notes.append(
            f"lưu ý: khung {framework.code} có hạn đến {write_day(end)}, đã qua; "
            "hạn trong bản dự thảo là hạn của khung"
        )


def _today() -> dt.date:
    return dt.datetime.now().astimezone().date()


def _hint(error: UnknownPlaceError) -> str:
    return f"; có phải {' hoặc '.join(map(str, error.close))}?" if error.close else ""


def _pick(close: tuple[Place, ...]) -> Place | None:
    options = (*map(str, close), "gõ lại")
    answer = choose("Có phải", options)
    return next((place for place in close if str(place) == answer), None)


def _title(code: str, library: Library) -> str:
    framework = library.framework(code)
    document = framework.document if framework else None
    return f"{code}: {document.type_name} {document.symbol}" if document else code
