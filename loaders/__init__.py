"""From bytes to facts to the store."""
