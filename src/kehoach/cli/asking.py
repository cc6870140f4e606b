"""Questions on a terminal, in Vietnamese; asked again until the answer can be used."""

import sys
from collections.abc import Callable, Sequence
from typing import TypeVar

import typer

T = TypeVar("T")


def can_ask() -> bool:
    """Tell whether a person sits at the other end."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def ask(question: str, default: str = "") -> str:
    """Return the answer to *question*; an empty one gives *default* where there is one."""
    answer: str = typer.prompt(question, default=default or None)
    return answer.strip()


def choose(question: str, options: Sequence[T], word: Callable[[T], str] = str) -> T:
    """Return one of *options*, which are listed with numbers; a single one is not asked about.

    The answer is a number, or the words of an option.
    """
    if len(options) == 1:
        return options[0]
    for number, option in enumerate(options, 1):
        typer.echo(f"  {number}. {word(option)}")
    words = [word(option).casefold() for option in options]
    while True:
        answer = ask(f"{question} (số 1-{len(options)})")
        if answer.isascii() and answer.isdecimal() and 1 <= int(answer) <= len(options):
            return options[int(answer) - 1]
        if answer.casefold() in words:
            return options[words.index(answer.casefold())]
        typer.echo(f"Chọn một số từ 1 đến {len(options)}.")
