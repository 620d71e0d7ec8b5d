"""A Neo4j server for the tests: the one that is named, or one of their own."""

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from neo4j import Driver, GraphDatabase

ROOT: Final = Path(__file__).resolve().parent.parent
SCRIPT: Final = ROOT / "deploy" / "neo4j.sh"
COMPOSE: Final = ROOT / "deploy" / "compose.yaml"
PASSWORD: Final = "only-for-tests"  # noqa: S105  (of a server that lives as long as the tests)


class NoServerError(Exception):
    """There is no server and none can be started; the message says what is missing."""


@dataclass(frozen=True, slots=True)
class Server:
    """A server that answers, and the environment in which it was started."""

    uri: str
    password: str
    settings: Mapping[str, str] = field(default_factory=dict)

    @property
    def environment(self) -> dict[str, str]:
        """How a program is told of it."""
        return {
            "NEO4J_URI": self.uri,
            "NEO4J_USERNAME": os.environ.get("NEO4J_USERNAME", "neo4j"),
            "NEO4J_PASSWORD": self.password,
        }

    def driver(self) -> Driver:
        """Return a driver of the tests' own."""
        return GraphDatabase.driver(
            self.uri, auth=("neo4j", self.password), notifications_min_severity="OFF"
        )

    def run(self, command: str) -> None:
        """Start or stop it; only one that the tests have started."""
        subprocess.run([SCRIPT, command], check=True, env={**os.environ, **self.settings})


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


@contextmanager
def own_server(home: Path) -> Iterator[Server]:
    """Start a server with its data in `home`, and stop it in the end."""
    port = free_port()
    settings = {
        "NEO4J_HOME": str(home),
        "NEO4J_BOLT_PORT": str(port),
        "NEO4J_HTTP_PORT": str(free_port()),
        "NEO4J_HEAP": "512m",
        "NEO4J_PAGECACHE": "64m",
        "NEO4J_PASSWORD": PASSWORD,
        # The graphs come and go: plans made for one are good enough for the next, and a server
        # that lives for minutes is the faster the less it compiles.
        "NEO4J_SETTINGS": "dbms.cypher.min_replan_interval=1h",
        "JDK_JAVA_OPTIONS": "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC",
    }
    server = Server(f"bolt://127.0.0.1:{port}", PASSWORD, settings)
    server.run("start")
    try:
        yield server
    finally:
        server.run("stop")


@contextmanager
def docker_server() -> Iterator[Server]:
    """Start a server in a container, and remove it in the end."""
    port = free_port()
    settings = {
        **os.environ,
        "NEO4J_BOLT_PORT": str(port),
        "NEO4J_HTTP_PORT": str(free_port()),
        "NEO4J_DATA": "data",  # a volume, which goes with the container
        "NEO4J_PASSWORD": PASSWORD,
    }
    compose = ["docker", "compose", "--project-name", "chidao-tests", "--file", str(COMPOSE)]
    subprocess.run([*compose, "up", "--wait"], check=True, env=settings)
    try:
        server = Server(f"bolt://127.0.0.1:{port}", PASSWORD)
        wait_for(server)
        yield server
    finally:
        subprocess.run([*compose, "down", "--volumes"], check=True, env=settings)


def wait_for(server: Server, seconds: float = 60) -> None:
    """Wait until a server answers."""
    end = time.monotonic() + seconds
    with server.driver() as driver:
        while True:
            try:
                driver.verify_connectivity()
            except Exception:
                if time.monotonic() > end:
                    raise
                time.sleep(0.5)
            else:
                return


@contextmanager
def any_server(home: Path) -> Iterator[Server]:
    """Give the server that NEO4J_URI names, or start one; raise `NoServerError`."""
    named = os.environ.get("NEO4J_URI")
    if named:
        server = Server(named, os.environ.get("NEO4J_PASSWORD", ""))
        refuse_a_graph_in_use(server)
        yield server
    elif can_start_one():
        with own_server(home) as server:
            yield server
    elif has_docker():
        with docker_server() as server:
            yield server
    else:
        reason = "no Neo4j: set NEO4J_URI, or install Java 17 and Maven, or start Docker"
        raise NoServerError(reason)


def can_start_one() -> bool:
    """Tell whether `own_server` can."""
    return all(map(shutil.which, ("java", "mvn")))


def has_docker() -> bool:
    """Tell whether containers can be started."""
    if shutil.which("docker") is None:
        return False
    return subprocess.run(["docker", "info"], capture_output=True, check=False).returncode == 0


def refuse_a_graph_in_use(server: Server) -> None:
    """Refuse a database with a graph that the tests have not made: they would delete it."""
    with server.driver() as driver:
        found = driver.execute_query(
            "MATCH (s:Chidao {key: 'chidao'}) WHERE s.of_tests IS NULL AND s.generation > 0"
            " RETURN s.generation"
        )
    if found.records:
        reason = f"the graph at {server.uri} is in use; tests need a database of their own"
        raise NoServerError(reason)


def clear(driver: Driver) -> None:
    """Leave an empty graph of ours, and whatever is not ours."""
    driver.execute_query("MATCH (s:Chidao {key: 'chidao'}) SET s.of_tests = true, s.next = 1")
    with driver.session() as session:
        session.run(
            "MATCH (n:Chidao) WHERE NOT n:Store"
            " CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 5000 ROWS"
        ).consume()
        session.run(
            "MATCH (s:Chidao {key: 'chidao'}) SET s.generation = s.generation + 1"
        ).consume()
