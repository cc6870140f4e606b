"""Which rules there are, known from the names of their files alone."""

import pkgutil
from functools import lru_cache

import kehoach.rules


@lru_cache
def rule_files() -> dict[str, tuple[str, str]]:
    """Return code and name of every rule by its module's name, without loading any.

    The name of the file says both: ``kh201_so_muc_trung.py`` is KH201, so-muc-trung.
    """
    found = {}
    for module in pkgutil.iter_modules(kehoach.rules.__path__):
        code, _, name = module.name.partition("_")
        if code[:2] == "kh" and code[2:].isdecimal():
            found[module.name] = (code.upper(), name.replace("_", "-"))
    return dict(sorted(found.items()))
