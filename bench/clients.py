"""Clients that ask a server as fast as it answers; each keeps one connection."""

import asyncio
import statistics
import time
from dataclasses import dataclass
from typing import Final

_HOST: Final = "127.0.0.1"
_LENGTH: Final = b"content-length:"


@dataclass(frozen=True, slots=True)
class Asked:
    """How many answers there were in how many seconds, how many milliseconds most took, errors."""

    answers: int
    seconds: float
    p95: float
    errors: int

    @property
    def rate(self) -> float:
        """Answers a second."""
        return self.answers / self.seconds


def ask(port: int, paths: list[str], clients: int, seconds: float) -> Asked:
    """Ask for paths, one after the other, from so many clients at once."""
    return asyncio.run(_ask(port, paths, clients, seconds))


def get(port: int, path: str) -> bytes:
    """Return the body of one answer; raise `RuntimeError` for any but 200."""

    async def once() -> bytes:
        reader, writer = await asyncio.open_connection(_HOST, port)
        status, body = await _get(reader, writer, path)
        writer.close()
        if status != 200:
            reason = f"{path}: {status} {body[:200]!r}"
            raise RuntimeError(reason)
        return body

    return asyncio.run(once())


async def _ask(port: int, paths: list[str], clients: int, seconds: float) -> Asked:
    taken: list[float] = []
    errors = 0
    start = time.perf_counter()

    async def client(number: int) -> None:
        nonlocal errors
        reader, writer = await asyncio.open_connection(_HOST, port)
        turn = number
        while time.perf_counter() < start + seconds:
            begun = time.perf_counter()
            status, _ = await _get(reader, writer, paths[turn % len(paths)])
            taken.append(time.perf_counter() - begun)
            errors += status != 200
            turn += 1
        writer.close()

    await asyncio.gather(*(client(number) for number in range(clients)))
    whole = time.perf_counter() - start
    p95 = statistics.quantiles(taken, n=20)[-1] * 1000
    return Asked(len(taken), whole, p95, errors)


async def _get(
    reader: asyncio.StreamReader, writer: asyncio.StreamWriter, path: str
) -> tuple[int, bytes]:
    writer.write(f"GET {path} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode())
    head = await reader.readuntil(b"\r\n\r\n")
    length = next(
        int(line[len(_LENGTH) :])
        for line in head.lower().split(b"\r\n")
        if line.startswith(_LENGTH)
    )
    return int(head.split(b" ", 2)[1]), await reader.readexactly(length)
