"""What may come next at the prompt: commands after a slash, names known to the store elsewhere."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping

from prompt_toolkit.completion import CompleteEvent, Completer, Completion
from prompt_toolkit.document import Document

LONGEST_NAME = 4
"""Words of a name that may have been typed already."""


class Completions(Completer):
    """`commands` maps each command (with its slash) to its help; `names` gives the names that start with a prefix."""

    def __init__(self, commands: Mapping[str, str], names: Callable[[str], Iterable[str]]) -> None:
        self._commands = commands
        self._names = names

    def get_completions(self, document: Document, complete_event: CompleteEvent) -> Iterator[Completion]:
        typed = document.text_before_cursor.lstrip()
        if typed.startswith("/") and " " not in typed:
            for command, meaning in self._commands.items():
                if command.startswith(typed.lower()):
                    yield Completion(command, -len(typed), display_meta=meaning)
            return
        seen: set[str] = set()
        for prefix in _prefixes(typed):
            for name in self._names(prefix):
                if name not in seen:
                    seen.add(name)
                    yield Completion(name, -len(prefix))


def _prefixes(typed: str) -> Iterator[str]:
    """The last words of what was typed, most of them first: a name may hold several."""
    starts = [match.start() for match in re.finditer(r"\S+", typed)]
    for start in starts[-LONGEST_NAME:]:
        prefix = typed[start:]
        if len(prefix) > 1 and not prefix.startswith("/"):
            yield prefix
