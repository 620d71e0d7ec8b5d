"""One module a command; loaded by `api.cli` when it is run."""
