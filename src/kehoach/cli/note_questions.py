"""An entry asked for on the terminal, question by question."""

from collections.abc import Mapping, Sequence

import typer

from kehoach.cli.asking import ask, choose
from kehoach.cli.log_book import Book, word
from kehoach.progress.entry import TARGET, Stage
from kehoach.progress.status import ItemStatus

Said = dict[str, str | Sequence[str]]
_SKIP = "-"
"""What is typed for nothing: an empty answer is asked again by the terminal."""


def ask_for_entry(
    book: Book, code: str, said: Mapping[str, str | Sequence[str]]
) -> tuple[str, Said]:
    """Return the code and what is to be noted of it; *said* is not asked again."""
    status = book.status()
    urgent = [*status.late(), *status.due_within(status_days(book))]
    by_key = {one.item.key: one for one in (*urgent, *status.items)}
    chosen = next((one for one in status.items if one.item.code == code), None)
    if code and chosen is None:
        return code, dict(said)  # the check says what is wrong with it
    if chosen is None:
        chosen = choose(
            "Nhiệm vụ, chỉ tiêu nào?",
            list(by_key.values()),
            lambda one: f"{one.item.code} {word(one)} {_short(one.item.title)}",
        )
    typer.echo(chosen.item.title)
    return chosen.item.code, _questions(chosen, dict(said))


def status_days(book: Book) -> int:
    """Return within how many days an item comes first in the list."""
    return book.settings.risk_days * 2


def _questions(one: ItemStatus, said: Said) -> Said:
    if "trang_thai" not in said:
        said["trang_thai"] = choose("Giai đoạn", list(Stage)).value
    if one.item.kind == TARGET and one.item.goal is not None:
        _ask(said, "gia_tri", f"Số liệu đến nay (mức đạt: {one.item.written_goal})")
    _ask(said, "ket_qua", "Kết quả, sản phẩm")
    _ask(said, "minh_chung", "Minh chứng (số ký hiệu, đường dẫn)")
    if one.is_late or one.must_report:
        _ask(said, "nguyen_nhan", "Nguyên nhân chậm")
        _ask(said, "trach_nhiem", "Trách nhiệm của")
        _ask(said, "khac_phuc", "Biện pháp khắc phục")
    if said["trang_thai"] != Stage.COMPLETED:
        _ask(said, "du_kien", "Ngày dự kiến xong (14/10/2025)")
    return {key: value for key, value in said.items() if value}


def _ask(said: Said, key: str, question: str) -> None:
    if key not in said:
        answer = ask(f"{question}, {_SKIP} là bỏ qua", _SKIP)
        said[key] = "" if answer == _SKIP else answer


def _short(text: str) -> str:
    most = 60
    return text if len(text) <= most else f"{text[: most - 1]}…"
