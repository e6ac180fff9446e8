"""Coverage-guided fuzzing of every reader, and of what makes its text: bytes that grow towards code nobody has seen.

``python tests/fuzz/fuzz.py --seconds 10`` gives each reader so many seconds, one after the other, from the documents of
the labelled corpus on; ``--reader NAME`` fuzzes one.  Whatever bytes come: a reading whose words stand where it says,
or a typed error; no more than a second for a megabyte; no more memory than ten times the input and a constant.
"""

from __future__ import annotations

import argparse
import logging
import resource
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from time import process_time

ROOT = Path(__file__).resolve().parents[2]
CORPUS, SAMPLES = ROOT / "tests/corpus", ROOT / "src/oversight_adapters/samples"
LONGEST = 65_536  # bytes of an input
PATIENCE = 1.0  # seconds for a megabyte, and as much for whatever has no size
MEMORY = 1024  # megabytes of the whole process


def target(name: str) -> Callable[[bytes], None]:
    """What is tried with each input; it raises where something is wrong."""
    from oversight_adapters.plugins import Adapters
    from oversight_core.errors import OversightError
    from oversight_core.provenance import Source

    adapters = Adapters()
    reader, text_of = adapters.reader(name), adapters.readers[name].text

    def tried(content: bytes) -> None:
        source = Source.of(content)
        begun = process_time()
        try:
            assert reader.recognise(source) in (0, 1, 2, 3)
            text = text_of(source)
            reading = reader.read(text)
        except OversightError:
            return
        finally:
            took = process_time() - begun
            assert took < PATIENCE * (1 + len(content) / 1e6), f"{len(content)} bytes took {took:.2f} s"
        for candidate in reading.candidates:
            for excerpt in candidate.excerpts:
                if excerpt.locator is not None:
                    there = text.at(excerpt.locator)
                    assert there is not None and str(excerpt.words) in there, excerpt
                    reader.value(excerpt)

    return tried


def fuzz(name: str, seconds: int, seeds: Path) -> None:
    """Fuzz one reader in this process, which ends with it."""
    import atheris

    with atheris.instrument_imports(include=["oversight_adapters.readers", "oversight_adapters.texts"]):
        tried = target(name)
    logging.disable()
    options = [f"-max_total_time={seconds}", f"-max_len={LONGEST}", "-timeout=10", f"-rss_limit_mb={MEMORY}"]
    atheris.Setup([sys.argv[0], *options, "-verbosity=0", str(seeds)], tried)
    atheris.Fuzz()


def seeds_of(name: str, folder: Path) -> None:
    """The documents to start from: those of the format, and a few of all others."""
    found = [path for path in sorted((CORPUS / name).glob("*")) if path.suffix != ".json" or ".labels" not in path.name]
    found += sorted(SAMPLES.glob("*"))
    for n, path in enumerate(path for path in found if path.is_file() and path.stat().st_size <= LONGEST):
        shutil.copy(path, folder / f"{n:03}-{path.name}")


def grows(name: str) -> str:
    """How much memory a document takes that is made of those of the format, over and over; "" where it is not much."""
    tried = target(name)
    documents = [path.read_bytes() for path in sorted((CORPUS / name).glob("*.txt"))] or [b""]
    whole = b"\n\n".join(documents)
    if not whole.strip():
        return ""
    whole *= max(1, 4_000_000 // len(whole))
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    tried(whole)
    more = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) * 1024
    most = 10 * len(whole) + 256 * 1024**2
    return f"{len(whole):,} bytes took {more:,} bytes of memory" if more > most else ""


def main() -> int:
    """Fuzz one reader, or each in a process of its own."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--reader")
    parser.add_argument("--seconds", type=int, default=10)
    parser.add_argument("--grow", action="store_true", help="only measure memory")
    given = parser.parse_args()
    if given.reader and given.grow:
        said = grows(given.reader)
        print(f"{given.reader}: {said or 'memory is in proportion'}")
        return bool(said)
    if given.reader:
        with tempfile.TemporaryDirectory() as folder:
            seeds_of(given.reader, Path(folder))
            fuzz(given.reader, given.seconds, Path(folder))
        return 0
    from oversight_adapters.plugins import Adapters

    failed = []
    for name in Adapters().readers:
        for mode in ([], ["--grow"]):
            command = [sys.executable, __file__, "--reader", name, "--seconds", str(given.seconds), *mode]
            done = subprocess.run(command, capture_output=True, text=True, check=False)
            print(f"{name} {' '.join(mode)}: {'clean' if not done.returncode else 'FAILED'}", flush=True)
            if done.returncode:
                failed.append(name)
                print(done.stdout[-2000:], done.stderr[-4000:], sep="\n")
    return bool(failed)


if __name__ == "__main__":
    sys.exit(main())
