"""Many clients of one server at once, each on a connection that it keeps."""

import asyncio
import statistics
import time
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Measured:
    """Requests in a second, the 95th percentile of their milliseconds, and how many failed."""

    rate: float
    p95: float
    failed: int


def measure(port: int, url: str, clients: int, seconds: float) -> Measured:
    """Ask one URL for some seconds."""
    return asyncio.run(_measure(port, url, clients, seconds))


async def _measure(port: int, url: str, clients: int, seconds: float) -> Measured:
    end = time.perf_counter() + seconds
    told = await asyncio.gather(*(_client(port, url, end) for _ in range(clients)))
    taken = [one for times, _ in told for one in times]
    failed = sum(failures for _, failures in told)
    return Measured(len(taken) / seconds, statistics.quantiles(taken, n=20)[-1] * 1000, failed)


async def _client(port: int, url: str, end: float) -> tuple[list[float], int]:
    """Ask one after the other; return how long each answer took, and how many were none."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    request = f"GET {url} HTTP/1.1\r\nHost: localhost:{port}\r\n\r\n".encode()
    times, failed = [], 0
    while (began := time.perf_counter()) < end:
        writer.write(request)
        head = await reader.readuntil(b"\r\n\r\n")
        length = int(head.lower().partition(b"content-length: ")[2].partition(b"\r\n")[0])
        await reader.readexactly(length)
        failed += not head.startswith(b"HTTP/1.1 200")
        times.append(time.perf_counter() - began)
    writer.close()
    return times, failed
