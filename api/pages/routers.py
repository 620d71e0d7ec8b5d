"""The routers of all pages."""

from api.pages import bodies, documents, evidence, find, load, settings, start, task, tasks

ROUTERS = tuple(
    page.router for page in (start, find, documents, tasks, task, bodies, evidence, load, settings)
)
