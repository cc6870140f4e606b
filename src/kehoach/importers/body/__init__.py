"""The body of a plan: prose, targets, tasks and duties of its sections."""
