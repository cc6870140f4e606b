"""Rules of the official form by family; a function under ``@rule`` is a rule by being there.

Its docstring is for users, in Vietnamese: what the text asks. It yields what it finds.
"""
