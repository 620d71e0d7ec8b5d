"""Answers that are kept as long as nobody writes, and their conditional requests."""

import hashlib
import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field

from graph.store import Store


@dataclass(frozen=True, slots=True)
class Body:
    """The bytes of an answer, their media type, and headers that go with them.

    `route` is the pattern of what answers, `vary` what it depends on besides the usual.
    """

    content: bytes
    media: str
    headers: tuple[tuple[str, str], ...] = ()
    route: str = ""
    vary: str = ""
    etag: str = field(init=False)

    def __post_init__(self) -> None:
        """Name the bytes by their digest: the same answer has the same name on every server."""
        digest = hashlib.blake2b(self.content, digest_size=12, person=self.media[:16].encode())
        object.__setattr__(self, "etag", f'"{digest.hexdigest()}"')


class Remembered:
    """The answers of one state of the store, the longest unused dropped first.

    Every thread looks at its own store before each answer. As soon as one of them sees that
    somebody has written, all answers are forgotten, and what is being worked out is not kept.
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._size = 0
        self._epoch = 0
        self._bodies: OrderedDict[Hashable, Body] = OrderedDict()
        self._lock = threading.Lock()
        self._seen = threading.local()

    def body(self, key: Hashable, store: Store, make: Callable[[Store], Body]) -> Body:
        """Return the answer of a key as the store gives it now."""
        found = self.peek(key, store)
        if found is not None:
            return found
        epoch = self._seen.epoch
        made = make(store)
        with self._lock:
            if epoch == self._epoch:
                self._keep(key, made)
        return made

    def has(self, key: Hashable) -> bool:
        """Tell whether there is an answer that may still be right."""
        return key in self._bodies

    def peek(self, key: Hashable, store: Store) -> Body | None:
        """Return the answer of a key where the store would give the same now."""
        self.look(store)
        with self._lock:
            self._seen.epoch = self._epoch
            found = self._bodies.get(key)
            if found is not None:
                self._bodies.move_to_end(key)
            return found

    def look(self, store: Store) -> None:
        """Forget all answers where somebody has written since this thread looked last."""
        state = store.state()
        with self._lock:
            if getattr(self._seen, "state", None) != state:
                self._seen.state = state
                self._forget()

    def _forget(self) -> None:
        self._bodies.clear()
        self._size = 0
        self._epoch += 1

    def _keep(self, key: Hashable, body: Body) -> None:
        before = self._bodies.pop(key, None)
        self._size += len(body.content) - (len(before.content) if before else 0)
        self._bodies[key] = body
        while self._size > self._most:
            _, dropped = self._bodies.popitem(last=False)
            self._size -= len(dropped.content)
