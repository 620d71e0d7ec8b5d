"""The statements of the store."""

from functools import partial

from graph.statements import script
from graph.statements import statement as of_package

schema = partial(script, "graph.sqlite", "schema.sql")
"""Return the script that makes an empty store."""

statement = partial(of_package, "graph.sqlite", ending="sql")
"""Return the statement of a question."""
