"""Status reports as data: what a period brought, worked out of a plan, its log and a window."""
