"""Commands: a module's name is the command, its ``run`` what it does."""
