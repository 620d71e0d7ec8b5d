"""The routers of all pages."""

from api.pages import settings, start

ROUTERS = tuple(page.router for page in (start, settings))
