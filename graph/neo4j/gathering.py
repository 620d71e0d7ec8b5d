"""What many texts tell together of documents and bodies, gathered until all are read."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from graph.accounts import bare_account, fullest, together
from graph.answers.memory import Printed
from graph.answers.places import REGISTRY
from graph.bodies import called_names, spelling
from graph.neo4j.nodes import all_called, body_told, call, document_told, issued_by
from graph.neo4j.sheets import Sheets
from graph.neo4j.tables import BODIES, DOCUMENTS
from ontology.bodies import BodyNames
from ontology.facts import Standing
from ontology.known import KnownBody, KnownDocument


class Bodies:
    """The bodies that the registry knows and those that printed names mean."""

    def __init__(self, registered: tuple[KnownBody, ...]) -> None:
        self._names = BodyNames(registered)
        self._registered = {body.key for body in registered}
        self._best = {body.key: body for body in registered}
        self._called: defaultdict[str, set[str]] = defaultdict(set)
        self._meant: dict[Printed, str] = {}

    def meant(self, place: Printed) -> str:
        """Return the key of the body that a printed name means; of its spellings keep the best."""
        if place not in self._meant:
            body = self._names.resolve(*place)
            for one in (*self._names.related(body), body):
                known = self._best.setdefault(one.key, one)
                if one.key not in self._registered:
                    self._best[one.key] = max(known, one, key=lambda each: spelling(each.name))
            self._called[body.key].add(call(place[0]))
            self._meant[place] = body.key
        return self._meant[place]

    def write(self, sheets: Sheets, numbers: Iterator[int]) -> None:
        """Write the bodies, each with the one above it and the one after it."""
        for key, body in self._best.items():
            names = self._called[key] | set(map(call, called_names(body)))
            told = body_told(body, key in self._registered) | {"called": all_called(names)}
            sheets.node(BODIES, key, {"key": key, "id": next(numbers), **told})
            said = {"document": REGISTRY, "quote": body.name}
            if body.parent in self._best:
                sheets.relate(key, "PART_OF", body.parent, **said)
            if body.successor in self._best:
                sheets.relate(key, "SUCCEEDED_BY", body.successor, date=body.successor_date, **said)


@dataclass(slots=True)
class Documents:
    """The documents that anything speaks of, with their accounts, numbered as they are met."""

    numbers: Iterator[int] = field(default_factory=lambda: count(1))
    _ids: dict[str, int] = field(default_factory=dict)
    _accounts: dict[str, dict[Standing, KnownDocument]] = field(default_factory=dict)
    _issued: dict[str, Mapping[str, Any]] = field(default_factory=dict)

    def number(self, key: str) -> int:
        """Return the id of a document."""
        if key not in self._ids:
            self._ids[key] = next(self.numbers)
        return self._ids[key]

    def tell(self, accounts: Iterable[KnownDocument]) -> None:
        """Add what is told of documents."""
        for account in accounts:
            self.number(account.key)
            told = self._accounts.setdefault(account.key, {})
            known = told.get(account.standing)
            told[account.standing] = fullest(known, account) if known else account

    def issue(self, key: str, words: Mapping[str, Any]) -> None:
        """Add the words with which a document names who issued it."""
        self._issued[key] = words

    def write(self, sheets: Sheets, bodies: Bodies) -> None:
        """Write the documents, each with the body that issued it."""
        for key, number in self._ids.items():
            bare = bare_account(key)
            accounts = self._accounts.get(key) or {bare.standing: bare}
            account = together(accounts)
            told = document_told(account, accounts.values())
            sheets.node(DOCUMENTS, key, {"key": key, "id": number, **told})
            place = issued_by(account)
            if place is not None:
                registered = {"document": REGISTRY, "quote": account.issuer}
                said = self._issued.get(key, registered)
                sheets.relate(key, "ISSUED_BY", bodies.meant(place), **said)
