"""A plan file out of a framework, or out of an older plan and a framework.

    commune, profile → customs (units, leads, header)  ┐
    framework        → items (targets, tasks)          ┼→ Draft: values, comments, notes
    outline          → sections and their words        ┘

What communes usually have and how plans are worded is data in ``templates``, which a project may
replace. Whatever a person has to decide stands as a visible text in square brackets.
"""
