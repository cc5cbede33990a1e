"""Takes a compressed body apart while it comes in, and stops as soon as it is too large."""

from __future__ import annotations

import zlib

from bot.intake.errors import Refused, Unreachable

ENCODINGS = "gzip, deflate"
_STEP = 65_536


class Body:
    """Bytes as they arrive, unpacked, never more than `most` of them."""

    def __init__(self, encoding: str, most: int) -> None:
        self._most = most
        self._parts: list[bytes] = []
        self._size = 0
        self._encoding = encoding.strip().lower()
        self._unpacker: zlib._Decompress | None = None
        if self._encoding in ("gzip", "x-gzip"):
            self._unpacker = zlib.decompressobj(16 + zlib.MAX_WBITS)
        elif self._encoding not in ("", "identity", "deflate"):
            raise Refused(f"the page is packed in a way that was not asked for ({self._encoding[:20]})")

    def feed(self, data: bytes) -> None:
        """Takes what arrived; Refused beyond the limit, Unreachable where it cannot be unpacked."""
        if self._encoding == "deflate" and self._unpacker is None and data:
            # With the head of zlib as the standard says, or bare as some servers send it.
            self._unpacker = zlib.decompressobj(zlib.MAX_WBITS if data[0] & 0x0F == 8 else -zlib.MAX_WBITS)
        if self._unpacker is None:
            self._add(data)
            return
        try:
            while data and not self._unpacker.eof:
                self._add(self._unpacker.decompress(data, _STEP))
                data = self._unpacker.unconsumed_tail
        except zlib.error:
            raise Unreachable("the page came in damaged: try again later") from None

    def whole(self) -> bytes:
        """All of it; Unreachable where the packed body ended too early."""
        if self._unpacker is not None:
            self._add(self._unpacker.flush())
            if not self._unpacker.eof and self._size:
                raise Unreachable("the page came in cut short: try again later")
        return b"".join(self._parts)

    def _add(self, data: bytes) -> None:
        self._size += len(data)
        if self._size > self._most:
            raise Refused(f"larger than {self._most / 1_000_000:g} MB")
        self._parts.append(data)
