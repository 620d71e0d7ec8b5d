"""The web pages: one module a page with a router, their templates, and the files they serve."""
