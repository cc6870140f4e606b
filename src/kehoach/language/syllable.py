"""Syllables that Vietnamese spelling can form: what begins one, what follows, where its tone is.

The tables are those of school grammar. They say what can be written, not what is a word: ``tần`` is
a syllable, ``câp`` is none (a syllable that ends in a stop has sắc or nặng), nor are ``ngành`` with
``ngh``, ``cế`` or ``hòan``, whose tone mark stands on the wrong letter.
"""

import unicodedata
from functools import lru_cache

_TONES = {"\u0300", "\u0301", "\u0309", "\u0303", "\u0323"}  # huyền, sắc, hỏi, ngã, nặng
_STOP_TONES = {"\u0301", "\u0323"}
_STOPS = ("c", "ch", "p", "t")
_VOWELS = frozenset("aăâeêioôơuưy")
_HATTED = frozenset("ăâêôơư")

_RIMES = frozenset(
    """
    a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
    e ec em en eng eo ep et ê êch êm ên ênh êp êt êu
    i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu
    o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oe oem oen oeo oet
    oi om on ong oong oc ooc op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
    u ua uc ui um un ung up ut uân uâng uât uây uê uêch uên uênh uôc uôi uôm uôn uông uôt uơ uy uya
    uych uyên uyêt uyn uynh uyp uyt uyu ư ưa ưc ưi ưm ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu
    y yêm yên yêng yêt yêu
    """.split()  # noqa: SIM905  a list literal of 160 lines is hard to look over
)
# After "qu": the rimes in oa, oe, ue, uy and their kin without their first vowel, and quốc.
_AFTER_QU = frozenset(
    """
    a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt ân âng ât âu ây
    e ec en eng eo et ê êch ên ênh êt êu i ich in inh it ơ ơi ơt y ych yên yêt ynh yp yt ôc
    """.split()  # noqa: SIM905  the same
)
_ONSETS = ("ngh", "ch", "gh", "kh", "ng", "nh", "ph", "th", "tr", *"bcdđghklmnpqrstvx")
_FRONT = frozenset("eêiy")
_BEFORE_FRONT = frozenset({"k", "gh", "ngh"})
_BEFORE_OTHERS = frozenset({"c", "g", "ng"})
_BEFORE_Y = frozenset({"b", "d", "h", "k", "l", "m", "n", "r", "s", "t", "th", "v", "x"})


def is_syllable(word: str) -> bool:
    """Tell whether *word*, in any case, is spelled as one syllable, its tone mark included.

    Both places of the mark in open oa, oe, uy are right (``hóa``, ``hoá``).
    """
    return bool(word) and _read(word) == word.lower()


def tone_in_place(word: str) -> str:
    """Return *word* in lower case with its tone mark where it belongs, "" where it is no syllable.

    ``hòan`` gives ``hoàn``; a word that is right gives itself.
    """
    return _read(word)


@lru_cache(maxsize=16384)
def _read(word: str) -> str:
    """Return the syllable as it is spelled rightly, "" for what is none."""
    written = word.lower()
    letters: list[str] = []
    tone, at = "", -1
    for part in unicodedata.normalize("NFD", written):
        if part not in _TONES:
            letters.append(part)
        elif tone:
            return ""
        else:
            tone = part
            at = len(unicodedata.normalize("NFC", "".join(letters))) - 1
    plain = unicodedata.normalize("NFC", "".join(letters))
    begin = _rime_start(plain)
    if begin < 0:
        return ""
    rime = plain[begin:]
    if rime.endswith(_STOPS) and tone not in _STOP_TONES:
        return ""
    if not tone:
        return plain
    main = begin + _main_vowel(rime)
    if at == main or (rime in {"oa", "oe", "uy"} and at == begin + 1):
        return written
    return unicodedata.normalize("NFC", plain[: main + 1] + tone) + plain[main + 1 :]


def _rime_start(plain: str) -> int:
    """Return where the rime begins in a syllable without tone, -1 where there is no syllable."""
    if plain.startswith("qu"):
        return 2 if plain[2:] in _AFTER_QU else -1
    if plain.startswith("gi"):
        # "giếng" is gi and iêng, written with one i.
        if (plain[2:] in _RIMES and plain[2] not in "iy") or f"i{plain[2:]}" in _RIMES:
            return 2 if plain[2:] else 1
        return -1
    onset = next((o for o in _ONSETS if plain.startswith(o)), "")
    return len(onset) if _fits(onset, plain[len(onset) :]) else -1


def _fits(onset: str, rime: str) -> bool:
    """Tell whether *rime* may follow *onset*, which may be empty."""
    if rime not in _RIMES or onset == "q":
        return False
    front = rime[0] in _FRONT
    if (onset in _BEFORE_FRONT and not front) or (onset in _BEFORE_OTHERS and front):
        return False
    if rime[0] == "y" and onset:
        return rime == "y" and onset in _BEFORE_Y
    return bool(onset) or rime[:2] != "iê"


def _main_vowel(rime: str) -> int:
    """Return which letter of *rime* bears the tone mark."""
    hatted = [i for i, letter in enumerate(rime) if letter in _HATTED]
    if hatted:
        return hatted[-1]
    vowels = sum(letter in _VOWELS for letter in rime)
    if vowels == 1:
        return 0
    if vowels < len(rime):  # a consonant follows
        return vowels - 1
    return 1 if vowels == 3 else 0  # noqa: PLR2004  oai, oay, uya bear it in the middle
