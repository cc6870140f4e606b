"""Mỗi mục ``chap_nhan`` phải còn khớp với một phát hiện.

Chấp nhận không còn khớp nghĩa là chỗ sai đã sửa, hoặc đường dẫn đã lệch sau khi thêm bớt đề
mục; để lại thì có ngày nó che một lỗi mới.

Sai: ``{ma: KH201, tai: noi_dung/2, ly_do: …}`` khi noi_dung/2 không còn lỗi nào
Đúng: bỏ mục đó, hoặc sửa ``tai`` cho đúng chỗ
"""

from collections.abc import Iterator

from kehoach.model.plan import Acceptance
from kehoach.rules.context import Context
from kehoach.rules.finding import Finding, Level, Rule
from kehoach.source.place import write_path

META = Rule("KH105", "chap-nhan-thua", Level.WARNING, since="0.1.0")


def check(context: Context) -> Iterator[Finding]:
    """Yield nothing: what is unused is known only after all rules, see `unused`."""
    del context
    return iter(())


def unused(acceptance: Acceptance) -> Finding:
    """Return the finding for an acceptance that no finding of the other rules met."""
    return Finding(
        acceptance.path,
        f"không còn phát hiện {acceptance.code} nào tại {write_path(acceptance.at)}",
        "bỏ mục này, hoặc sửa “tai” cho đúng chỗ",
    )
