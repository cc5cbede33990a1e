"""What a process holds for good is not looked through for garbage again and again."""

from __future__ import annotations

import gc

_OFTEN = (2_000, 5, 50)
"""New objects after which garbage is looked for among them; so many such looks, among those of all of these; so many of
these, among all that came since it settled. Python's own 700, 10 and 10 look more often, and a look at all that came is
10 ms of the answer that meets it."""


def settle() -> None:
    """Frees what nothing holds any more, what was settled before too, and tells the collector that the rest stays.

    A full collection looks at everything there is: the libraries, the opened stores. With the platforms that is some
    hundred thousand objects and 25 ms and more of a question that meets it; afterwards it looks at what came since.
    """
    gc.unfreeze()
    gc.collect()
    gc.freeze()
    gc.set_threshold(*_OFTEN)
