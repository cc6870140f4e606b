"""The application: commands found in ``commands``, help and errors of usage in Vietnamese."""

import importlib
import pkgutil
import sys
from keyword import iskeyword
from typing import Annotated, Any

import typer
from typer.core import TyperCommand, TyperGroup
from typer.main import get_command_from_info
from typer.models import CommandInfo

import kehoach
import kehoach.cli.commands
from kehoach.cli import exits

# Fixed words of click's help pages.
_WORDS = (
    ("Usage:", "Cách dùng:"),
    ("[OPTIONS]", "[TÙY CHỌN]"),
    ("COMMAND [ARGS]...", "LỆNH …"),
    ("Options:", "Tùy chọn:"),
    ("Arguments:", "Tham số:"),
    ("Commands:", "Lệnh:"),
    ("Show this message and exit.", "In trang này rồi thoát."),
    ("[default: ", "[mặc định: "),
    ("[required]", "[bắt buộc]"),
)


def _translate(text: str) -> str:
    for english, vietnamese in _WORDS:
        text = text.replace(english, vietnamese)
    return text


class Command(TyperCommand):
    """A command whose help page is in Vietnamese."""

    def get_help(self, ctx: Any) -> str:
        """Return the help page."""
        return _translate(super().get_help(ctx))


class Group(TyperGroup):
    """The program, whose help page is in Vietnamese; a command is loaded when it is called.

    Loading them all would cost each run more than most commands take.
    """

    def get_help(self, ctx: Any) -> str:
        """Return the help page."""
        return _translate(super().get_help(ctx))

    def list_commands(self, ctx: Any) -> list[str]:
        """Return the names of all commands."""
        del ctx
        return command_names()

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """Return the command, or None where there is none of this name."""
        del ctx
        if cmd_name not in command_names():
            return None
        module = importlib.import_module(f"kehoach.cli.commands.{_module(cmd_name)}")
        info = CommandInfo(name=cmd_name, cls=Command, callback=module.run)
        return get_command_from_info(info, pretty_exceptions_short=False, rich_markup_mode=None)


app = typer.Typer(
    cls=Group,
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


def _print_version(wanted: bool) -> None:  # noqa: FBT001  typer calls it with the option's value
    if wanted:
        typer.echo(f"kehoach {kehoach.__version__}")
        raise typer.Exit


@app.callback()
def program(
    *,
    version: Annotated[
        bool,
        typer.Option("--version", callback=_print_version, is_eager=True, help="In phiên bản."),
    ] = False,
) -> None:
    """Kiểm tra, so sánh và kết xuất kế hoạch cấp xã từ tệp YAML."""
    del version


def command_names() -> list[str]:
    """Return the names of the commands, those of their modules.

    A module cannot be called as a word of the language is: ``import_`` holds ``import``.
    """
    modules = pkgutil.iter_modules(kehoach.cli.commands.__path__)
    return sorted(module.name.rstrip("_") for module in modules)


def _module(command: str) -> str:
    return f"{command}_" if iskeyword(command) else command


def run(arguments: list[str]) -> int:
    """Run one command and return its exit status; wrong use is worded in Vietnamese."""
    try:
        status = app(arguments, prog_name="kehoach", standalone_mode=False)
    except typer.TyperException as error:
        context: Any = getattr(error, "ctx", None)
        if type(error).__name__ == "NoArgsIsHelpError":
            typer.echo(context.get_help(), err=True)
            return exits.UNUSABLE
        typer.echo(f"kehoach: {_word(error)}", err=True)
        if context is not None:
            typer.echo(f"Xem cách dùng: {context.command_path} --help", err=True)
        return exits.UNUSABLE
    except typer.Abort:
        raise KeyboardInterrupt from None
    sys.stdout.flush()
    return status if isinstance(status, int) else 0


def _word(error: Any) -> str:
    """Word an error of use; typer names the classes of these errors but does not export them."""
    match type(error).__name__:
        case "NoSuchOption":
            near = f", có phải {' hoặc '.join(error.possibilities or ())}?"
            return f"không có tùy chọn {error.option_name}{near if error.possibilities else ''}"
        case "MissingParameter":
            name = error.param.make_metavar(error.ctx) if error.param and error.ctx else ""
            return f"thiếu {name or 'tham số'}"
        case "BadParameter":
            return _word_value(error)
        case "BadOptionUsage":
            return f"tùy chọn {error.option_name} thiếu giá trị"
        case _ if error.message.startswith("No such command"):
            name = error.message.split("'")[1]
            return f"không có lệnh {name}; các lệnh: {', '.join(command_names())}"
        case _:
            return f"dùng sai lệnh ({error.message})"


def _word_value(error: Any) -> str:
    name = error.param.opts[0] if error.param else ""
    choices = getattr(getattr(error.param, "type", None), "choices", None)
    if choices:
        words = ", ".join(getattr(choice, "value", str(choice)) for choice in choices)
        return f"giá trị của {name} phải là một trong: {words}"
    return f"giá trị của {name} không dùng được ({error.message})"
