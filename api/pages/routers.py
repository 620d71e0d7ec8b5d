"""The routers of all pages."""

from api.pages import (
    analysis,
    bodies,
    chain,
    chain_files,
    check,
    documents,
    evidence,
    explorer,
    find,
    load,
    settings,
    start,
    task,
    tasks,
)

ROUTERS = tuple(
    page.router
    for page in (
        *(start, find, documents, tasks, task, bodies, evidence),
        *(chain, chain_files, explorer, analysis, check, load, settings),
    )
)
