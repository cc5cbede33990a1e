"""Opening a file that somebody dropped into a folder: regular files only, never through a link, never waiting."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

from bot.articles.errors import UnreadableArticle

MAX_BYTES = 5_000_000
"""A saved page with its scripts may be large; an article of this size is a mistake."""

_REASONS = {
    errno.ELOOP: "a symbolic link: put the file itself there",
    errno.ENOENT: "no such file: check the name",
    errno.EACCES: "no permission to read it: change its mode",
    errno.EPERM: "no permission to read it: change its mode",
    errno.EISDIR: "a folder, not a file",
    errno.ENAMETOOLONG: "its name is too long: rename it",
    errno.ENXIO: "not a regular file: put a plain text file there",
}


def read_bytes(path: Path) -> bytes:
    """The bytes of a regular file; UnreadableArticle for anything else, without ever blocking on a pipe or device."""
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0)
    try:
        descriptor = os.open(path, flags)
        try:
            mode = os.fstat(descriptor).st_mode
            if not stat.S_ISREG(mode):
                raise UnreadableArticle(_REASONS[errno.EISDIR if stat.S_ISDIR(mode) else errno.ENXIO])
            with open(descriptor, "rb", closefd=False) as file:
                data = file.read(MAX_BYTES + 1)
        finally:
            os.close(descriptor)
    except OSError as error:
        raise UnreadableArticle(_REASONS.get(error.errno or 0, f"cannot be read ({error.strerror})")) from error
    except ValueError as error:
        if isinstance(error, UnreadableArticle):
            raise
        raise UnreadableArticle("its name holds a NUL character: rename it") from error
    if len(data) > MAX_BYTES:
        raise UnreadableArticle(f"larger than {MAX_BYTES // 1_000_000} MB: keep only the article's text")
    return data
