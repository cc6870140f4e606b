"""Profiles by the codes that plans use (``the_thuc``) and their sizes of type (``co_chu``)."""

from kehoach.document.profile import Profile
from kehoach.document.profiles import hd05, nd30

_PROFILES = {
    ("nd30", 14): nd30.PROFILE,
    ("nd30", 13): nd30.PROFILE_13,
    ("hd05", 14): hd05.PROFILE,
}


def find_profile(code: str, size: int = 14) -> Profile:
    """Return the profile called *code* with text of *size* points.

    The schema of plans allows no other codes and sizes.
    """
    return _PROFILES[code, size]
