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
from functools import partial
from pathlib import Path

from api.program import collect_seldom
from loaders.extract import extract
from loaders.formats.source import read_source
from ontology.facts import DocumentFacts, Source

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared"
OPINION = SHARED / "bench" / "opinion.txt"
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


def plain_texts(folder: Path) -> list[Source]:
    """Return the plain texts of a folder as read."""
    paths = sorted(p for p in folder.iterdir() if p.suffix in {".txt", ".md"})
    return [read_source(path) for path in paths]


def _read_all(sources: list[Source]) -> list[DocumentFacts]:
    return [extract(source) for source in sources]


def against_eyecite(opinion: str) -> None:
    """Print bytes per second, each of its own kind of text: one opinion; documents one by one.

    Small documents are dense with facts and cost more a byte than long ones, so that the real
    documents, the longest of them and the small samples stand apart.
    """
    from eyecite import get_citations  # noqa: PLC0415  a dependency of the bench only
    from eyecite.tokenizers import HyperscanTokenizer  # noqa: PLC0415

    with tempfile.TemporaryDirectory() as folder:
        tokenizer = HyperscanTokenizer(cache_dir=folder)
        taken = seconds(lambda: get_citations(opinion, tokenizer=tokenizer))
    base = len(opinion.encode()) / taken
    print(f"eyecite, Hyperscan (baseline)   {base / 1000:8.0f} KB/s   citations only")
    corpora = {"bundled samples": plain_texts(ROOT / "samples")}
    real = SHARED / "gold" / "texts"
    if real.exists():
        corpora["real documents"] = plain_texts(real)
        longest = max(corpora["real documents"], key=lambda source: len(source.text))
        corpora["the longest of them"] = [longest]
    for name, sources in corpora.items():
        size = sum(len(source.text.encode()) for source in sources)
        own = size / seconds(partial(_read_all, sources))
        rate = f"{own / 1000:8.0f} KB/s   {size / len(sources) / 1000:.0f} KB each"
        print(f"all facts, {name:20} {rate}   ratio {own / base:.2f} (aim: 3)")


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
    """Measure everything, with the collector set as the command line sets it."""
    collect_seldom()
    opinion = Path(sys.argv[1]) if len(sys.argv) > 1 else OPINION
    if opinion.exists():
        against_eyecite(opinion.read_text(encoding="utf-8"))
    else:
        print("no text for the baseline: give its path as an argument")
    print("time for twice the text")
    everything = "\n".join(source.text for source in plain_texts(ROOT / "samples"))
    growth("all samples", everything, 4_000_000)
    growth("all samples", everything, 50_000_000)
    for piece in ("số ", "1-A/", "các ", "hằng tháng, quý, ", "- a\n", "; các bộ chủ động"):
        growth(f"repeated {piece!r}", piece, 4_000_000)
    start()


if __name__ == "__main__":
    main()
