"""Regular expressions that are compiled when they are first used.

Most plans do without many of the patterns that rules and readers have, and compiling all of them
would take a fifth of the time of checking one plan.
"""

import re
from typing import Any, cast


class _LatePattern:
    """Compiles its pattern when one of its methods is asked for, and hands the methods on."""

    def __init__(self, pattern: str, flags: int) -> None:
        self._given = pattern, flags

    def __getattr__(self, name: str) -> Any:
        """Return the attribute *name* of the pattern: called while it is not yet one's own."""
        compiled = re.compile(*self._given)
        for method in ("search", "match", "fullmatch", "finditer", "findall", "split", "sub"):
            self.__dict__[method] = getattr(compiled, method)
        return getattr(compiled, name)


def late_pattern(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Return *pattern* as `re.compile` does; a wrong one raises `re.error` at its first use."""
    return cast("re.Pattern[str]", _LatePattern(pattern, flags))
