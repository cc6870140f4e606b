"""Starts and ends of sentences: the form wants ``;``, ``.``, ``./.`` whatever the author wrote.

Templates use these functions as filters, on plain and on already escaped text alike.
"""

_ELLIPSES = ("...", "…")
_FINAL = (".", "!", "?", ":", ";", "…", "./.")


def open_end(text: str) -> str:
    """Return *text* without the full stop, comma or semicolon at its end; an ellipsis stays."""
    text = text.rstrip().removesuffix("./.")
    return text if text.endswith(_ELLIPSES) else text.rstrip(".,; ")


def close(text: str) -> str:
    """Return *text* with a full stop where it does not end like a sentence."""
    text = text.rstrip()
    return text if text.endswith(_FINAL) else text.rstrip(",") + "."


def lower_first(text: str) -> str:
    """Return *text* to go on within a sentence; an abbreviation at its start stays."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


def upper_first(text: str) -> str:
    """Return *text* with a capital at its start."""
    return text[:1].upper() + text[1:]
