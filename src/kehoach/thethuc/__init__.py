"""The official form of any Word file, checked and mended.

    package → text with effective looks → parts of the document → rules → findings → repairs

`reading` opens a file within bounds and works out how each stretch of text looks, as Word does;
`elements` finds the parts of an official document wherever they stand; `norms` says what is asked
in figures; `rules` compare; `repairing` changes what cannot change the words. Nothing heavy is
imported before a file is checked.
"""

WORD_ENDINGS = frozenset({".docx", ".docm", ".dotx", ".dotm"})
"""Endings of the files of Word that are checked: documents and templates, macros in them or not."""
