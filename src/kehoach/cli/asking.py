"""Questions on a terminal, in Vietnamese; asked again until the answer can be used."""

import shutil
import sys
from collections.abc import Callable, Sequence
from typing import TypeVar

import typer

T = TypeVar("T")
_NOTHING = "-"


def can_ask() -> bool:
    """Tell whether a person sits at the other end."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def ask(question: str, default: str = "", *, shown: bool = True) -> str:
    """Return the answer to *question*; an empty one gives *default* where there is one.

    The question shows the default, unless it is not to be *shown*.
    """
    answer: str = typer.prompt(question, default=default or None, show_default=shown)
    return answer.strip()


def ask_again(question: str, before: str = "") -> str:
    """Return the answer to *question*, which may be none; an empty one leaves *before*.

    A dash alone takes *before* away.
    """
    shown = f"{question} [{before}]" if before else f"{question} (Enter: bỏ qua)"
    answer: str = typer.prompt(shown, default=before, show_default=False)
    return "" if answer.strip() == _NOTHING else answer.strip()


def choose(
    question: str,
    options: Sequence[T],
    word: Callable[[T], str] = str,
    name: Callable[[T], str] = str,
    before: T | None = None,
) -> T:
    """Return one of *options*, which are listed with numbers; a single one is not asked about.

    The answer is a number, or the words or the name of an option; an empty one is *before*.
    """
    if len(options) == 1:
        return options[0]
    columns = shutil.get_terminal_size().columns
    for number, option in enumerate(options, 1):
        line = f"  {number}. {word(option)}"
        typer.echo(line if len(line) < columns else f"{line[: columns - 2]}…")
    said = {call(option).casefold(): option for option in options for call in (word, name)}
    default = "" if before is None else name(before)
    shown = f" [{default}]" if default else ""
    while True:
        answer = ask(f"{question} (số 1-{len(options)}){shown}", default, shown=False).casefold()
        if answer.isascii() and answer.isdecimal() and 1 <= int(answer) <= len(options):
            return options[int(answer) - 1]
        if answer in said:
            return said[answer]
        typer.echo(f"Chọn một số từ 1 đến {len(options)}.")
