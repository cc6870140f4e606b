"""A section that is filled in the order of its keys."""

from typing import Any

Draft = dict[str, Any]
_ORDER = ("can_cu", "doan", "chi_tieu", "nhiem_vu", "muc")


class Body:
    """Fills a section; what comes out of the order of its keys opens one without heading."""

    def __init__(self, top: Draft) -> None:
        """Start with *top* itself."""
        self.top = top
        self._here: Draft | None = top

    def place(self, key: str) -> list[Any]:
        """Return the list that the next value of *key* goes to."""
        later = _ORDER[_ORDER.index(key) + 1 :]
        if self._here is None or any(self._here.get(other) for other in later):
            self._here = {}
            self.top.setdefault("muc", []).append(self._here)
        values: list[Any] = self._here.setdefault(key, [])
        return values

    def dash(self, values: list[Any]) -> None:
        """Add *values* to the dashes at the end of the prose, or begin a new list of them."""
        prose = self.place("doan")
        if not (prose and isinstance(prose[-1], list)):
            prose.append([])
        prose[-1].extend(values)

    def section(self, section: Draft) -> None:
        """Add a section with a heading."""
        self.top.setdefault("muc", []).append(section)
        self._here = None
