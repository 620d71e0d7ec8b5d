"""How long `chidao check` takes as a whole process, against what it costs to import python-docx.

`python -m bench.checking`: a plan with 250 citations as text, a Word file of 20 pages, and where
the time goes. All figures are medians of runs that take turns, so that what else the machine does
falls on all of them alike.
"""

import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import count, cycle
from pathlib import Path
from random import Random

from tests.made_citations import full, short, standing
from tests.made_drafts import FORMS, made
from tests.made_pieces import Made, Piece

CITATIONS = 250
PAGE = 2_500
"""Letters of a page of text in 14 points."""
PAGES = 20
RUNS = 5
CHECK = str(Path(sys.executable).with_name("chidao")), "check"
BASE = sys.executable, "-c", "import docx"
STEPS = """
import time
start = time.process_time()
def lap(name):
    global start
    now = time.process_time()
    print(name, now - start)
    start = now
from api.program import collect_seldom
collect_seldom()
import api.commands.check
lap("importing all that is needed, its patterns compiled")
from ontology.registry import registry
registry()
lap("reading the registry")
from graph.store import open_store
from loaders.loader import ensure_registry
store = open_store(":memory:")
ensure_registry(store)
lap("a store in memory that knows it")
import pathlib, sys
from loaders.formats.source import read_source
source = read_source(pathlib.Path(sys.argv[1]))
lap("reading the file")
from checks.draft import draft_of
draft = draft_of(source, store)
lap("facts, and what citations mean")
from checks.check import check
check(draft)
lap("all checks")
"""


@dataclass(frozen=True, slots=True)
class Cost:
    """What a process took: seconds on the clock, and seconds of a processor."""

    clock: float
    processor: float


def plan(citations: int) -> Made:
    """Return a plan of 2026 with so many more citations, a task each."""
    base = next(m for m in (made(seed, FORMS[0]) for seed in count()) if m.day.year == 2026)
    random = Random(1)
    able = list({one.group: one for one in standing(base.day)}.values())
    pieces: list[Piece] = []
    for number, document in zip(range(citations), cycle(able)):
        style = full if number < len(able) else short
        pieces += Piece("- Văn phòng Tỉnh ủy theo dõi việc thực hiện "), *style(random, document, 0)
        pieces.append(Piece(", báo cáo trước ngày 20/12/2026.\n\n"))
    return base.replaced(base.places("last-task")[0], pieces)


def word_file(path: Path) -> None:
    """Write 20 pages of plan as a Word file."""
    import docx  # noqa: PLC0415  the baseline is that it takes time

    document = docx.Document()
    paragraphs = [one for one in plan(CITATIONS * 2).text.split("\n") if one]
    length = 0
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
        length += len(paragraph)
        if length > PAGES * PAGE:
            break
    document.save(str(path))


def run(command: tuple[str, ...]) -> Cost:
    """Return what one process takes; a finding is no failure."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    done = subprocess.run(command, capture_output=True, check=False)
    clock, after = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode not in {0, 1}:
        raise SystemExit(done.stderr.decode())
    used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Cost(clock, used)


def in_turns(commands: Mapping[str, tuple[str, ...]]) -> dict[str, Cost]:
    """Return the median cost of each command, one run of each that is not counted before."""
    taken: dict[str, list[Cost]] = {name: [] for name in commands}
    for turn in range(RUNS + 1):
        for name, command in commands.items():
            cost = run(command)
            if turn:
                taken[name].append(cost)
    return {
        name: Cost(
            statistics.median(cost.clock for cost in costs),
            statistics.median(cost.processor for cost in costs),
        )
        for name, costs in taken.items()
    }


def steps(draft: Path) -> Iterator[tuple[str, float]]:
    """Yield where the time of one check goes."""
    command = (sys.executable, "-c", STEPS, str(draft))
    done = subprocess.run(command, capture_output=True, check=True, text=True)
    for line in done.stdout.splitlines():
        name, _, taken = line.rpartition(" ")
        yield name, float(taken)


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as folder:
        text, word = Path(folder, "draft.txt"), Path(folder, "draft.docx")
        text.write_text(plan(CITATIONS).text, encoding="utf-8")
        word_file(word)
        commands = {
            "import docx (baseline)": BASE,
            f"{CITATIONS} citations, text": (*CHECK, str(text)),
            f"{PAGES} pages of Word": (*CHECK, str(word)),
            "the same, with comments": (
                *(*CHECK, str(word), "--format", "docx"),
                *("--output", str(Path(folder, "commented.docx"))),
            ),
        }
        costs = in_turns(commands)
        base = costs["import docx (baseline)"]
        for name, cost in costs.items():
            ratio = cost.processor / base.processor
            print(
                f"{name:26} {cost.clock:6.2f} s   processor {cost.processor:5.2f} s   {ratio:.1f} x"
            )
        print("where the time of the first goes, in one run")
        for name, taken in steps(text):
            print(f"  {name:52} {taken:6.3f} s")


if __name__ == "__main__":
    main()
