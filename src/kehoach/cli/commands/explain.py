"""``kehoach explain``: one rule in full."""

from typing import Annotated

import typer

from kehoach.cli import exits


def run(
    code: Annotated[str, typer.Argument(metavar="MÃ", help="Mã hoặc tên quy tắc: KH201, N-62.")],
) -> int:
    """Giải thích một quy tắc kiểm tra."""
    from kehoach.output.rules_text import explain_rule  # noqa: PLC0415
    from kehoach.rules.catalogue import find_entry, nearest_code  # noqa: PLC0415

    entry = find_entry(code)
    if entry is None:
        from kehoach.output.rules_text import explain_format_rule  # noqa: PLC0415
        from kehoach.thethuc.registry import find_format_rule  # noqa: PLC0415

        rule = find_format_rule(code)
        if rule is not None:
            for line in explain_format_rule(rule):
                typer.echo(line)
            return 0
        near = nearest_code(code)
        help_ = f"có phải {near}?" if near else "xem các mã bằng kehoach rules"
        typer.echo(f"kehoach: không có quy tắc “{code}”; {help_}", err=True)
        return exits.UNUSABLE
    for line in explain_rule(entry):
        typer.echo(line)
    return 0
