"""How far a scope reaches: a commune, a province, the country."""

from functools import lru_cache

from kehoach.language.fold import fold

_LEVELS = (
    (3, ("toàn quốc", "cả nước")),
    (2, ("cấp tỉnh", "toàn tỉnh", "toàn thành phố", "trên địa bàn tỉnh", "trên địa bàn thành phố")),
    (1, ("cấp xã", "toàn xã", "trên địa bàn xã", "trên địa bàn phường", "toàn phường")),
)


@lru_cache(maxsize=4096)
def reach(scope: str) -> int | None:
    """Return 1 for a commune, 2 for a province, 3 for the country; None for anything else."""
    folded = fold(scope)
    return next((level for level, words in _LEVELS if any(w in folded for w in words)), None)
