"""From the bytes of a file to its text: one module a format, and the refusals they share."""
