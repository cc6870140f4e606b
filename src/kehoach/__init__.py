"""kehoach: plans of Vietnamese communes as plain files, checked, compared and rendered."""

__version__ = "0.1.0"
