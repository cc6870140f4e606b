"""Tables of tasks or targets: rows become sections, tasks and targets of a plan file."""
