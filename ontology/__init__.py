"""What exists: kinds, numbers, keys, relations, facts, and the registry of known documents."""
