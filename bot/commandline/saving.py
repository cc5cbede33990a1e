"""Files for people: whole or not there, never in between."""

from __future__ import annotations

import os
import shutil
import sys
from contextlib import suppress
from pathlib import Path

from bot.commandline.output import Failure


def save(file: Path, data: bytes, command: str) -> None:
    """Writes a file beside its place and moves it there; Failure, one line, where that cannot be done.

    A link is followed, an existing file keeps its mode; what is no regular file (`/dev/stdout`) is written to.
    """
    target = Path(os.path.realpath(file))
    if target.is_dir():
        raise Failure(f"{command}: {file} cannot be written (it is a folder): name a file in it")
    beside = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        if target.exists() and not target.is_file():
            target.write_bytes(data)
            return
        try:
            with beside.open("xb") as stream:
                stream.write(data)
                stream.flush()
                os.fsync(stream.fileno())
            if target.is_file():
                shutil.copymode(target, beside)
            beside.replace(target)
        finally:
            with suppress(OSError):
                beside.unlink(missing_ok=True)
    except OSError as error:
        raise Failure(f"{command}: {file} cannot be written ({error.strerror}): name another file") from None


def put_out(data: bytes) -> None:
    """Bytes on standard output, after what was printed before."""
    sys.stdout.flush()
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()
