"""Profiles by the codes that plans use (``the_thuc``)."""

from kehoach.document.profile import Profile
from kehoach.document.profiles import hd05, nd30

_PROFILES = {"nd30": nd30.PROFILE, "hd05": hd05.PROFILE}


def find_profile(code: str) -> Profile:
    """Return the profile called *code*; the schema of plans allows no other codes."""
    return _PROFILES[code]
