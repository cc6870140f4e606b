"""A plan against a framework: aligned, its differences found, a verdict for every item."""
