"""Plans and frameworks as frozen values that keep their paths in the file."""
