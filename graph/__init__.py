"""The store and the questions that it answers."""
