"""Fuzzes the parsers with atheris, one after the other, each in a process of its own.

.venv/bin/python -m tests.fuzz.run [--seconds 600] [PARSER …]

The text comes from words that parsers look for and from raw bytes; atheris looks for new ways through the package's
code. A fault, or a text that takes longer than a second, ends the parser's turn; its input lies in build/fuzz/.
"""

from __future__ import annotations

import argparse
import importlib.util
import subprocess
import sys
import time
from pathlib import Path

LONGEST = 10_000
FOUND = Path("build/fuzz")


def words(data: bytes) -> str:
    """Text of raw input: a byte of the upper half stands for a word of the dictionary."""
    from tests.fuzz.parsers import DICTIONARY

    out: list[str] = []
    for part in data.decode("latin-1"):
        number = ord(part)
        out.append(DICTIONARY[(number - 0x80) % len(DICTIONARY)] if number >= 0x80 else part)
    return "".join(out)[:LONGEST]


def fuzz(name: str, seconds: int) -> None:
    """One parser; never returns."""
    import atheris

    with atheris.instrument_imports(include=["bot"], enable_loader_override=False):
        from tests.fuzz.parsers import PARSERS

    parse = PARSERS[name]

    def once(data: bytes) -> None:
        text = words(data)
        began = time.process_time()
        parse(text)
        taken = time.process_time() - began
        if taken > 1 and parse(text) is None and time.process_time() - began - taken > 1:
            raise TimeoutError(f"{taken:.1f} s for {text[:80]!r}")

    once(b"")  # what is loaded once is loaded
    place = FOUND / name.replace(" ", "-")
    corpus = place / "corpus"
    corpus.mkdir(parents=True, exist_ok=True)
    flags = [f"-max_total_time={seconds}", f"-max_len={LONGEST}", "-timeout=300", "-rss_limit_mb=3000", "-verbosity=0"]
    atheris.Setup([sys.argv[0], *flags, f"-artifact_prefix={place}/", "-print_final_stats=1", str(corpus)], once)
    atheris.Fuzz()


def turn(name: str, seconds: int) -> bool:
    """One parser in a process of its own; whether it held."""
    command = [sys.executable, "-m", "tests.fuzz.run", "--here", name, "--seconds", str(seconds)]
    done = subprocess.run(command, capture_output=True, text=True, errors="replace", check=False)
    told = dict(
        line.removeprefix("stat::").split(":", 1) for line in done.stderr.splitlines() if line.startswith("stat::")
    )
    tried = told.get("number_of_executed_units", "?").strip()
    print(f"{name:16} {'held' if not done.returncode else 'FAULT':6} {tried:>10} texts", flush=True)
    if done.returncode:
        print("\n".join(done.stderr.splitlines()[-40:]), flush=True)
    return not done.returncode


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*", metavar="PARSER", help="which; all unless some are named")
    parser.add_argument("--seconds", type=int, default=600, help="for each parser")
    parser.add_argument("--here", action="store_true", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if importlib.util.find_spec("atheris") is None:
        print("atheris is not installed, so nothing is fuzzed: pip install -e '.[fuzz]'; `make test` tries properties")
        return 0
    if given.here:
        fuzz(given.names[0], given.seconds)
    from tests.fuzz.parsers import PARSERS

    if unknown := set(given.names) - set(PARSERS):
        parser.error(f"no such parser: {', '.join(sorted(unknown))} (there are {', '.join(PARSERS)})")
    held = [turn(name, given.seconds) for name in given.names or PARSERS]
    return 0 if all(held) else 1


if __name__ == "__main__":
    sys.exit(main())
