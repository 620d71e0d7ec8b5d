"""The tests, and what they share; a package, since others leave one of this name about."""
