"""The routers of all pages."""

from api.pages import chain, chain_files, explorer, settings, start

ROUTERS = tuple(page.router for page in (start, chain, chain_files, explorer, settings))
