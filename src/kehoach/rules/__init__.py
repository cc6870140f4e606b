"""What a plan is checked for: one file a rule, registered by being there.

A rule's file has ``META`` (code, name, level, since), a docstring for users (what, why, a wrong
and a right example) and ``check(plan, context)``, which yields findings.
"""
