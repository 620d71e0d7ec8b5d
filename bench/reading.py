"""How fast text becomes facts, and how fast the command starts.

`python -m bench.reading [OPINION]`: OPINION is a text of US case law for the baseline, eyecite with
its Hyperscan tokenizer; without one only growth and start are measured. All figures are medians.
"""

import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from loaders.extract import extract
from loaders.formats.source import read_source
from ontology.facts import Source

ROOT = Path(__file__).parent.parent
OPINION = ROOT.parent / "shared" / "bench" / "opinion.txt"
RUNS = 7


def seconds(work: Callable[[], object], runs: int = RUNS) -> float:
    """Return the median time of a piece of work after one run that is not counted."""
    work()
    taken: list[float] = []
    for _ in range(runs):
        start = time.perf_counter()
        work()
        taken.append(time.perf_counter() - start)
    return statistics.median(taken)


def sources() -> list[Source]:
    """Return the bundled plain texts as read."""
    paths = sorted(p for p in (ROOT / "samples").iterdir() if p.suffix in {".txt", ".md"})
    return [read_source(path) for path in paths]


def against_eyecite(opinion: str) -> None:
    """Print bytes per second of both on the same number of bytes, each its own kind of text."""
    from eyecite import get_citations  # noqa: PLC0415  a dependency of the bench only
    from eyecite.tokenizers import HyperscanTokenizer  # noqa: PLC0415

    wanted = len(opinion.encode())
    ours: list[Source] = []
    size = 0
    while size < wanted:
        for source in sources():
            ours.append(source)
            size += len(source.text.encode())
    with tempfile.TemporaryDirectory() as folder:
        tokenizer = HyperscanTokenizer(cache_dir=folder)
        theirs = seconds(lambda: get_citations(opinion, tokenizer=tokenizer))
    own = seconds(lambda: [extract(source) for source in ours])
    print(f"eyecite, Hyperscan (baseline)   {wanted / theirs / 1000:8.0f} KB/s   citations only")
    print(f"chidao, all facts               {size / own / 1000:8.0f} KB/s")
    print(f"ratio                           {size / own / (wanted / theirs):8.2f}   (aim: 3)")


def growth(name: str, text: str, largest: int) -> None:
    """Print how the time grows from half the text to the whole, up to `largest` bytes."""
    size = max(len(text.encode()), 1)
    half = text * (largest // size // 2)
    runs = 1 if largest > 10**7 else 3
    before = seconds(lambda: extract(Source(name, name, "txt", "", half)), runs)
    after = seconds(lambda: extract(Source(name, name, "txt", "", half * 2)), runs)
    print(f"{name:28}    {after / before:8.2f}   (aim: 2.1; {largest // 10**6} MB)")


def start() -> None:
    """Print how much longer `chidao --help` takes than a bare Python."""
    command = [str(Path(sys.executable).with_name("chidao")), "--help"]
    bare = [sys.executable, "-c", "pass"]
    helped = seconds(lambda: subprocess.run(command, check=True, capture_output=True))
    empty = seconds(lambda: subprocess.run(bare, check=True, capture_output=True))
    print(
        f"chidao --help over bare Python  {helped - empty:8.3f} s (aim: 0.25; bare {empty:.3f} s)"
    )


def main() -> None:
    """Measure everything."""
    opinion = Path(sys.argv[1]) if len(sys.argv) > 1 else OPINION
    if opinion.exists():
        against_eyecite(opinion.read_text(encoding="utf-8"))
    else:
        print("no text for the baseline: give its path as an argument")
    print("time for twice the text")
    everything = "\n".join(source.text for source in sources())
    growth("all samples", everything, 4_000_000)
    growth("all samples", everything, 50_000_000)
    for piece in ("số ", "1-A/", "các ", "hằng tháng, quý, ", "- a\n"):
        growth(f"repeated {piece!r}", piece, 4_000_000)
    start()


if __name__ == "__main__":
    main()
