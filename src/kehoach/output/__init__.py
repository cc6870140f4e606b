"""Results as text or JSON, one formatter a file; files written beside and moved into place."""
