"""Which web addresses may be fetched: public hosts, ordinary ports, nothing that could mean another place."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from urllib.parse import quote, urlsplit

import idna

from bot.intake.errors import Refused

PORTS = frozenset({80, 443})
LONGEST_URL = 2000

Allowance = tuple[str, int]
"""An address and a port that are allowed although they are not public. For servers of tests on the loopback: it is an
argument in code and nothing that can be set."""

_CLOSED_4 = tuple(
    (ip_network(network), what)
    for network, what in (
        ("0.0.0.0/8", "this network"),
        ("10.0.0.0/8", "private"),
        ("100.64.0.0/10", "shared by a carrier"),
        ("127.0.0.0/8", "loopback"),
        ("168.63.129.16/32", "of a cloud's own services"),
        ("169.254.0.0/16", "link-local"),
        ("172.16.0.0/12", "private"),
        ("192.0.0.0/24", "reserved"),
        ("192.0.2.0/24", "for examples"),
        ("192.88.99.0/24", "a 6to4 relay"),
        ("192.168.0.0/16", "private"),
        ("198.18.0.0/15", "for benchmarks"),
        ("198.51.100.0/24", "for examples"),
        ("203.0.113.0/24", "for examples"),
        ("224.0.0.0/4", "multicast"),
        ("240.0.0.0/4", "reserved"),
    )
)
_CLOSED_6 = tuple(
    (ip_network(network), what)
    for network, what in (
        ("::ffff:0:0/96", "IPv4 in IPv6"),
        ("::/96", "loopback or IPv4 in IPv6"),
        ("64:ff9b::/96", "IPv4 behind NAT64"),
        ("64:ff9b:1::/48", "IPv4 behind NAT64"),
        ("2001::/23", "reserved"),
        ("2001:db8::/32", "for examples"),
        ("2002::/16", "IPv4 in 6to4"),
        ("3fff::/20", "for examples"),
        ("fc00::/7", "private"),
        ("fe80::/10", "link-local"),
        ("ff00::/8", "multicast"),
    )
)
_PUBLIC_6 = ip_network("2000::/3")
_INSIDE = frozenset(
    ("localhost", "localdomain", "local", "internal", "intranet", "lan", "home", "corp", "private", "arpa", "onion",
     "test", "invalid", "alt")
)  # fmt: skip
"""Last labels of names that lead nowhere in public."""
_NUMERIC = re.compile(r"(?:0x[0-9a-f]*|[0-9]+)\Z")
_LABEL = re.compile(r"(?!-)[a-z0-9_-]{1,63}(?<!-)\Z")
_ODD = re.compile(r"[\x00-\x20\x7f-\xa0\\\u1680\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ufeff]")
_SAFE = "!$%&'()*+,-./:;=?@[]_~"


@dataclass(frozen=True, slots=True)
class Target:
    """A web address taken apart: what is connected to is made from these parts, never from the text again."""

    scheme: str
    host: str
    port: int
    path: str
    """With the query."""

    @property
    def site(self) -> str:
        """Scheme, host and port."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        usual = self.port == (443 if self.scheme == "https" else 80)
        return f"{self.scheme}://{host}" if usual else f"{self.scheme}://{host}:{self.port}"

    @property
    def url(self) -> str:
        return self.site + self.path


def target(url: str, ports: Collection[int] = PORTS) -> Target:
    """The parts of an address that may be looked up; Refused where it may not even be that."""
    text = url.strip()
    if len(text) > LONGEST_URL:
        raise Refused(f"the address is longer than {LONGEST_URL:,} characters")
    if _ODD.search(text):
        raise Refused("the address holds white space, a backslash or a hidden character: write it without")
    try:
        parts = urlsplit(text)
        port = parts.port
    except ValueError:
        raise Refused("that is no web address: check how it is written") from None
    scheme = parts.scheme.lower()
    if scheme not in ("http", "https"):
        raise Refused(f"only http and https addresses are fetched, not {scheme or 'one without a scheme'}")
    if "@" in parts.netloc:
        raise Refused("the address holds a user name or password before its host: write it without")
    if port is None:
        if parts.netloc.endswith(":"):
            raise Refused("the address has a colon but no port after its host")
        port = 443 if scheme == "https" else 80
    if port not in ports:
        raise Refused(f"port {port} is not fetched from (BOT_FETCH_PORTS may allow it)")
    host = _host(parts.hostname or "", bracketed=parts.netloc.startswith("["))
    path = quote(parts.path or "/", safe=_SAFE) + (f"?{quote(parts.query, safe=_SAFE)}" if parts.query else "")
    return Target(scheme, host, port, path)


def _host(written: str, bracketed: bool) -> str:
    """The host in the one form that is looked up."""
    if bracketed or ":" in written:
        try:
            return str(IPv6Address(written))  # an address with a zone ("%eth0") keeps it, and is refused as link-local
        except ValueError:
            raise Refused("the host is no IPv6 address: check how it is written") from None
    host = re.sub("[\u3002\uff0e\uff61]", ".", unicodedata.normalize("NFKC", written)).lower().removesuffix(".")
    if not host:
        raise Refused("the address names no host")
    if not host.isascii():
        try:
            host = idna.encode(host, uts46=True).decode("ascii").lower()
        except idna.IDNAError:
            raise Refused("the host is no valid international name") from None
    labels = host.split(".")
    if _NUMERIC.match(labels[-1]):
        try:
            return str(IPv4Address(host))
        except ValueError:
            raise Refused("the host is a number that some programs read as an address: write it as a name") from None
    try:
        host.encode("ascii").decode("idna")
    except UnicodeError:
        raise Refused("the host is no valid international name") from None
    if len(host) > 253 or not all(_LABEL.match(label) for label in labels):
        raise Refused("the host is no valid name")
    if len(labels) == 1 or labels[-1] in _INSIDE:
        raise Refused("the host is a name of inner networks, not of the public web")
    return host


def literal(host: str) -> bool:
    """Whether a host is an address itself, which no resolver is asked for."""
    return ":" in host or bool(_NUMERIC.match(host.rpartition(".")[2]))


def closed(address: str) -> str:
    """What is wrong with an address to connect to, in a word or two; empty where it is public."""
    try:
        found = ip_address(address)
    except ValueError:
        return "no address"
    if isinstance(found, IPv4Address):
        return next((what for network, what in _CLOSED_4 if found in network), "")
    if found.scope_id is not None:
        return "link-local"
    what = next((what for network, what in _CLOSED_6 if found in network), "")
    return what or ("" if found in _PUBLIC_6 else "reserved")


def checked(host: str, port: int, addresses: Collection[str], also: Collection[Allowance] = ()) -> tuple[str, ...]:
    """The addresses of a host, every one of them fit to connect to; Refused where any is not."""
    if not addresses:
        raise Refused(f"{host} has no address")
    for address in addresses:
        what = closed(address)
        if what and (address, port) not in also:
            where = f"{host} is an address" if address == host else f"{host} leads to an address"
            raise Refused(f"{where} that is {what}: only the public web is fetched")
    return tuple(dict.fromkeys(addresses))
