"""How fast text becomes facts, and how fast the command starts.

`python -m bench.reading [OPINION [FOLDER]]`: OPINION is a text of US case law for the baseline,
eyecite with its Hyperscan tokenizer; without one only growth and start are measured. The plain
texts of a FOLDER are read beside our own.
What is compared is run in turn, and the least that each took counts: the rest is what else the
machine did.
"""

import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from api.program import collect_seldom
from loaders.extract import extract
from loaders.formats.source import read_source
from ontology.facts import DocumentFacts, Source

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared"
OPINION = SHARED / "bench" / "opinion.txt"
RUNS, MANY = 3, 20


def least(works: Mapping[str, Callable[[], object]], runs: int = RUNS) -> dict[str, float]:
    """Return the least seconds of each of several works, done in turn."""
    taken = dict.fromkeys(works, float("inf"))
    for _ in range(runs):
        for name, work in works.items():
            start = time.perf_counter()
            work()
            taken[name] = min(taken[name], time.perf_counter() - start)
    return taken


def plain_texts(folder: Path) -> list[Source]:
    """Return the plain texts of a folder as read."""
    paths = sorted(p for p in folder.iterdir() if p.suffix in {".txt", ".md"})
    return [read_source(path) for path in paths]


def _read_all(sources: list[Source]) -> list[DocumentFacts]:
    return [extract(source) for source in sources]


def against_eyecite(opinion: str, folder: Path | None = None) -> None:
    """Print bytes per second, each of its own kind of text: one opinion; documents one by one.

    Small documents are dense with facts and cost more a byte than long ones, so that the real
    documents, the longest of them and the small samples stand apart.
    """
    from eyecite import get_citations  # noqa: PLC0415  a dependency of the bench only
    from eyecite.tokenizers import HyperscanTokenizer  # noqa: PLC0415

    corpora = {"bundled samples": plain_texts(ROOT / "samples")}
    real = SHARED / "gold" / "texts"
    if real.exists():
        corpora["real documents"] = plain_texts(real)
        longest = max(corpora["real documents"], key=lambda source: len(source.text))
        corpora["the longest of them"] = [longest]
    if folder is not None:
        corpora[f"texts of {folder.name}"] = plain_texts(folder)
    works = {name: partial(_read_all, sources) for name, sources in corpora.items()}
    with tempfile.TemporaryDirectory() as cache:
        tokenizer = HyperscanTokenizer(cache_dir=cache)
        baseline = partial(get_citations, opinion, tokenizer=tokenizer)
        taken = least({"": baseline, **works}, MANY)
    base = len(opinion.encode()) / taken[""]
    print(f"eyecite, Hyperscan (baseline)   {base / 1000:8.0f} KB/s   citations only")
    for name, sources in corpora.items():
        size = sum(len(source.text.encode()) for source in sources)
        own = size / taken[name]
        rate = f"{own / 1000:8.0f} KB/s   {size / len(sources) / 1000:.0f} KB each"
        print(f"all facts, {name:20} {rate}   ratio {own / base:.2f} (aim: 3)")


def growth(name: str, text: str, largest: int) -> None:
    """Print how the time grows from half the text to the whole, up to `largest` bytes."""
    size = max(len(text.encode()), 1)
    half = text * (largest // size // 2)
    once = partial(extract, Source(name, name, "txt", "", half))
    twice = partial(extract, Source(name, name, "txt", "", half * 2))
    taken = least({"once": once, "twice": twice}, 2 if largest > 10**7 else RUNS)
    ratio = taken["twice"] / taken["once"]
    print(f"{name:28}    {ratio:8.2f}   (aim: 2.1; {largest // 10**6} MB)")


def start() -> None:
    """Print how much longer `chidao --help` takes than a bare Python."""
    command = [str(Path(sys.executable).with_name("chidao")), "--help"]
    bare = [sys.executable, "-c", "pass"]
    run = partial(subprocess.run, check=True, capture_output=True)
    taken = least({"help": partial(run, command), "bare": partial(run, bare)}, MANY)
    longer = taken["help"] - taken["bare"]
    print(
        f"chidao --help over bare Python  {longer:8.3f} s (aim: 0.25; bare {taken['bare']:.3f} s)"
    )


def main() -> None:
    """Measure everything, with the collector set as the command line sets it."""
    collect_seldom()
    opinion = Path(sys.argv[1]) if len(sys.argv) > 1 else OPINION
    folder = Path(sys.argv[2]) if len(sys.argv) > 2 else None
    if opinion.exists():
        against_eyecite(opinion.read_text(encoding="utf-8"), folder)
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
