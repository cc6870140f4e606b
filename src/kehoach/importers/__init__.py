"""Word, PDF, Excel and text files brought in as plan files.

    file → reader (one a format) → blocks with their origins → recognition → draft → plan file

Every word of a file is either a value of the draft or named as left out, with the reason.
"""
