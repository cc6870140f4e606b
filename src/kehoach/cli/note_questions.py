"""An entry asked for on the terminal, question by question, until it can be written."""

import datetime as dt
from collections.abc import Mapping, Sequence

import typer

from kehoach.cli.asking import ask_again, choose
from kehoach.cli.log_book import Book, tell_faults, word
from kehoach.progress.entry import TARGET, Stage
from kehoach.progress.periods import period_of, rhythm
from kehoach.progress.proposing import NOTHING_SAID, Proposal, read_day
from kehoach.progress.status import ItemStatus
from kehoach.progress.timing import Basis

Said = dict[str, str | Sequence[str]]


def ask_for_entry(
    book: Book, code: str, said: Mapping[str, str | Sequence[str]]
) -> tuple[str, Proposal]:
    """Return the code and the entry; what is *said* already is not asked.

    Answers that cannot be used are told, and all is asked once more. An entry with faults is
    returned only where they lie in *code* or *said*.
    """
    status = book.status()
    one = next((one for one in status.items if one.item.code == code), None)
    if code:
        given = book.propose(code, said)
        # What is still missing may come with the answers.
        faults = [f for f in given.faults if f is not NOTHING_SAID and f.code != "KH057"]
        if one is None or faults:
            return code, given
    else:
        urgent = [*status.late(), *status.due_within(book.settings.risk_days * 2)]
        one = choose(
            "Nhiệm vụ, chỉ tiêu nào?",
            list({one.item.key: one for one in (*urgent, *status.items)}.values()),
            lambda one: f"{one.item.code} {word(one)} {one.item.title}",
            lambda one: one.item.code,
        )
    typer.echo(one.item.title)
    answers: Said = {}
    while True:
        answers = _questions(one, book, said, answers)
        proposal = book.propose(one.item.code, {**said, **answers})
        if not proposal.faults:
            return one.item.code, proposal
        tell_faults(proposal)
        typer.echo("Trả lời lại: Enter giữ câu cũ, - là xóa câu cũ; Ctrl+C là thôi.")


def _questions(
    one: ItemStatus, book: Book, said: Mapping[str, str | Sequence[str]], before: Said
) -> Said:
    """Ask all that *said* has not; return the answers, with *before* as those to leave."""
    answers: Said = {}

    def ask(key: str, question: str, default: str = "") -> None:
        if key not in said:
            answers[key] = ask_again(question, str(before.get(key, default)))

    ask("ngay", "Ngày", f"{book.now:%d/%m/%Y}")
    stage = str(said.get("trang_thai", ""))
    if not stage:
        last = str(before.get("trang_thai", ""))
        stage = choose("Giai đoạn", list(Stage), before=Stage(last) if last else None).value
        answers["trang_thai"] = stage
    recurs = rhythm(one.item.deadline, book.settings.constantly)
    if recurs is not None and one.timing.basis is Basis.PERIODIC:
        day = _day(str(said.get("ngay") or answers["ngay"]), book)
        ask("ky", "Kỳ, như 2025-10, 2025-W41, 2025-Q4", period_of(recurs, day).name)
    if one.item.kind == TARGET and one.item.goal is not None:
        ask("gia_tri", f"Số liệu đến nay, mức đạt: {one.item.written_goal}")
    ask("ket_qua", "Kết quả, sản phẩm")
    ask("minh_chung", "Minh chứng: số ký hiệu, đường dẫn")
    ask("kho_khan", "Khó khăn, vướng mắc")
    if one.is_late or one.must_report:
        ask("nguyen_nhan", "Nguyên nhân chậm")
        ask("trach_nhiem", "Trách nhiệm của")
        ask("khac_phuc", "Biện pháp khắc phục")
    if stage != Stage.COMPLETED:
        ask("du_kien", "Ngày dự kiến xong, như 14/10/2025")
        ask("viec_tiep", "Việc kỳ tới")
    return answers


def _day(text: str, book: Book) -> dt.date:
    try:
        return read_day(text)
    except ValueError:  # told with all other faults
        return book.now.date()
