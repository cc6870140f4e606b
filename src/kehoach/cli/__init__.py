"""The command line: one file a command in ``commands``, registered by being there.

Modules of commands import only what their options need; the work is imported when it runs.
"""

import gc
import os
import sys

from kehoach.cli import exits


def collect_seldom() -> None:
    """Let the cyclic collector walk what is in memory less often; for a process at its start.

    What is made here lives to the end or is freed by count; walking it costs a fifth of a run.
    """
    gc.set_threshold(200_000, 20, 20)


def main() -> None:
    """Run the command line; every end is an exit status and a sentence, never a traceback."""
    collect_seldom()
    # typer would import rich to draw its help; read at import, so set before.
    os.environ["TYPER_USE_RICH"] = "0"
    for stream in (sys.stdout, sys.stderr):
        # A pipe on Windows has the code page of the system, which lacks half of Vietnamese.
        if hasattr(stream, "reconfigure"):
            # Names of files need not be UTF-8: their odd bytes are shown as a number.
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    from kehoach.cli.app import run  # noqa: PLC0415  after the switch above

    try:
        status = run(sys.argv[1:])
        sys.stdout.flush()
        sys.stderr.flush()
        # The interpreter would take all it holds apart, piece by piece, before the process ends.
        os._exit(status)
    except KeyboardInterrupt:
        print("Đã dừng.", file=sys.stderr)  # noqa: T201
        sys.exit(exits.INTERRUPTED)
    except BrokenPipeError:
        # The reader (head, less) is gone: nobody is left to tell, and flushing would fail again.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(exits.UNUSABLE)
    except Exception as error:  # the last guard: a user never sees a traceback
        if os.environ.get("KEHOACH_DEBUG"):
            raise
        print(  # noqa: T201
            f"Lỗi của chương trình ({type(error).__name__}: {error}). Tệp của bạn không bị đổi. "
            "Chạy lại với biến môi trường KEHOACH_DEBUG=1 để có chi tiết gửi người phát triển.",
            file=sys.stderr,
        )
        sys.exit(exits.UNUSABLE)
