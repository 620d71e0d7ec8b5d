"""A graph as files for other programs, from any store, in flat memory."""
