"""Nothing but the public web is fetched: whatever the address, no connection is attempted."""

from __future__ import annotations

import socket
from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st
from yarl import URL

from bot.intake.addresses import closed, target
from bot.intake.errors import Refused, Unreachable
from bot.intake.fetching import Fetcher, safe_fetch
from bot.settings import Settings
from tests.intake.pages import Names, Site
from tests.intake.socket_guard import connections

NAMES = {
    "rebound.example.com": ["127.0.0.1"],
    "office.example.com": ["10.1.2.3"],
    "half.example.com": ["93.184.215.14", "192.168.1.1"],
    "six.example.com": ["2606:2800:21f:cb07:6820:80da:af6b:8b2c", "fe80::1"],
    "mapped.example.com": ["::ffff:93.184.215.14"],
    "nat.example.com": ["64:ff9b::7f00:1"],
    "meta.example.com": ["169.254.169.254"],
    "carrier.example.com": ["100.100.100.200"],
    "zero.example.com": ["0.0.0.0"],
    "zone.example.com": ["fe80::1%eth0"],
    "odd.example.com": ["localhost"],
    "none.example.com": [],
    "xn--bcher-kva.example.com": ["172.16.0.9"],
}

TRICKS = [
    # plain inner addresses
    "http://127.0.0.1/",
    "http://127.1.2.3/",
    "http://10.0.0.1/",
    "http://172.16.0.1/",
    "http://172.31.255.255/",
    "http://192.168.0.1/",
    "http://169.254.169.254/latest/meta-data/",
    "http://100.64.0.1/",
    "http://100.100.100.200/latest/meta-data/",
    "http://168.63.129.16/metadata",
    "http://0.0.0.0/",
    "http://0.1.2.3/",
    "http://192.0.0.192/",
    "http://192.0.2.1/",
    "http://192.88.99.1/",
    "http://198.18.0.1/",
    "http://198.51.100.7/",
    "http://203.0.113.9/",
    "http://224.0.0.1/",
    "http://239.255.255.250/",
    "http://240.0.0.1/",
    "http://255.255.255.255/",
    # numbers that some programs read as addresses
    "http://2130706433/",
    "http://0x7f000001/",
    "http://0x7f.0.0.1/",
    "http://017700000001/",
    "http://0177.0.0.1/",
    "http://127.1/",
    "http://127.0.1/",
    "http://0/",
    "http://127.0.0.01/",
    "http://127.0.0.1./",
    "http://1.1.1.1.1/",
    "http://256.1.1.1/",
    "http://０x7f.1/",
    "http://①②⑦.⓪.⓪.①/",
    "http://127。0。0。1/",
    "http://127%2e0%2e0%2e1/",
    # IPv6
    "http://[::1]/",
    "http://[::]/",
    "http://[0:0:0:0:0:0:0:1]/",
    "http://[::ffff:127.0.0.1]/",
    "http://[::ffff:7f00:1]/",
    "http://[::ffff:93.184.215.14]/",
    "http://[::127.0.0.1]/",
    "http://[64:ff9b::7f00:1]/",
    "http://[64:ff9b:1::1]/",
    "http://[2002:7f00:1::]/",
    "http://[2001:0:4136:e378:8000:63bf:3fff:fdd2]/",
    "http://[2001:db8::1]/",
    "http://[fc00::1]/",
    "http://[fd00:ec2::254]/latest/meta-data/",
    "http://[fe80::1]/",
    "http://[fe80::1%25eth0]/",
    "http://[2606:2800:21f:cb07:6820:80da:af6b:8b2c%25lo]/",
    "http://[fec0::1]/",
    "http://[ff02::1]/",
    "http://[100::1]/",
    "http://[::1",
    "http://[not-an-address]/",
    # names that lead inwards
    "http://localhost/",
    "http://LOCALHOST./",
    "http://ⓛocalhost/",
    "http://www.localhost/",
    "http://printer.local/",
    "http://metadata.google.internal/computeMetadata/v1/",
    "http://intranet/",
    "http://router.lan/",
    "http://1.0.0.127.in-addr.arpa/",
    "http://rebound.example.com/",
    "http://rebound.example.com./",
    "http://REBOUND。example.com/",
    "https://office.example.com/",
    "http://half.example.com/",
    "http://six.example.com/",
    "http://mapped.example.com/",
    "http://nat.example.com/",
    "http://meta.example.com/",
    "http://carrier.example.com/",
    "http://zero.example.com/",
    "http://zone.example.com/",
    "http://odd.example.com/",
    "http://none.example.com/",
    "http://bücher.example.com/",
    # users, ports, schemes, and what parsers disagree about
    "http://news.example.com@127.0.0.1/",
    "http://user:secret@news.example.com/",
    "http://127.0.0.1#@news.example.com/",
    "http://127.0.0.1\\@news.example.com/",
    "http://news.example.com\\.evil.example.com/",
    "http://news.example.com\t.evil.example.com/",
    "http://news.example.com\r\nHost: 127.0.0.1/",
    "http://news.example.com\x00.evil.example.com/",
    "http://news\u200b.example.com/",
    "http://news.example.com:22/",
    "http://news.example.com:6379/",
    "http://news.example.com:8080/",
    "http://news.example.com:0/",
    "http://news.example.com:/",
    "http://news.example.com:99999/",
    "http://news.example.com:80:80/",
    "http://-a.example.com/",
    "http://xn--127.example.com/",
    "http://xn--.example.com/",
    "http://a..example.com/",
    "http://" + "a" * 64 + ".example.com/",
    "http:///etc/passwd",
    "http://",
    "//news.example.com/",
    "news.example.com",
    "",
    "file:///etc/passwd",
    "ftp://news.example.com/",
    "gopher://127.0.0.1:6379/_INFO",
    "data:text/html,hello",
    "javascript:alert(1)",
    "unix:///var/run/docker.sock",
    "http+unix://%2Fvar%2Frun%2Fdocker.sock/",
    "https://news.example.com/" + "a" * 2000,
]


def test_the_table_is_long_enough() -> None:
    assert len(set(TRICKS)) == len(TRICKS) >= 45


@pytest.mark.parametrize("url", TRICKS, ids=lambda url: ascii(url)[1:60])
async def test_refused_before_anything_is_sent(url: str) -> None:
    names = Names(NAMES)
    with connections() as attempted, pytest.raises(Refused) as refused:
        await safe_fetch(url, names)
    assert attempted == []
    assert len(names.asked) <= 1
    assert refused.value.reason.isprintable()
    assert len(refused.value.reason) < 200


async def test_the_guard_sees_what_is_attempted(site: Site) -> None:
    site.text("/a", "<p>hello</p>")
    with connections() as attempted:
        await site.fetcher().fetch(site.url("/a"))
    assert ("socket.connect", ("127.0.0.1", site.port)) in attempted
    with connections() as attempted, pytest.raises(OSError):  # noqa: PT011 - any failure will do
        socket.getaddrinfo("name.invalid", 80)
    assert [event for event, _ in attempted] == ["socket.getaddrinfo"]


def leads_elsewhere(url: str) -> bool:
    """Whether a redirect can hold it, and means another place by it than the page it came from."""
    return url.partition("://")[2][:1] not in ("", "/") and "\r" not in url and "\0" not in url and len(url) < 1000


@pytest.mark.parametrize("url", [url for url in TRICKS if leads_elsewhere(url)], ids=lambda url: ascii(url)[1:60])
async def test_refused_where_a_public_page_redirects_there(url: str, site: Site) -> None:
    site.names.known |= NAMES
    site.redirect("/start", url)
    with connections() as attempted, pytest.raises((Refused, Unreachable)):
        await site.fetcher().fetch(site.url("/start"))
    assert {address for event, address in attempted if event == "socket.connect"} <= {("127.0.0.1", site.port)}
    assert site.paths() == ["/start"]
    assert "socket.getaddrinfo" not in {event for event, _ in attempted}


async def test_a_name_that_changes_after_the_check_gains_nothing(site: Site) -> None:
    """The first answer is checked and connected to; the second, which leads inwards, is never asked for."""
    site.names.known["turn.example.com"] = [["127.0.0.1"], ["10.0.0.1"]]
    site.text("/a", "<p>hello</p>")
    with connections() as attempted:
        await site.fetcher().fetch(site.url("/a", "turn.example.com"))
    assert site.names.asked == ["turn.example.com"]
    assert {address for _, address in attempted} == {("127.0.0.1", site.port)}


async def test_a_name_that_changes_between_redirects_is_checked_again(site: Site) -> None:
    site.names.known["turn.example.com"] = [["127.0.0.1"], ["10.0.0.1"]]
    site.redirect("/a", "/b")
    with connections() as attempted, pytest.raises(Refused, match="private"):
        await site.fetcher().fetch(site.url("/a", "turn.example.com"))
    assert {address for _, address in attempted} == {("127.0.0.1", site.port)}


async def test_the_allowance_of_tests_is_for_one_address_and_port(site: Site) -> None:
    site.names.known["near.example.com"] = ["127.0.0.2"]
    with pytest.raises(Refused, match="loopback"):
        await site.fetcher().fetch(site.url("/a", "near.example.com"))
    with pytest.raises(Refused, match="loopback"):
        await Fetcher(site.names, ports={80, site.port}, also={("127.0.0.1", 80)}).fetch(site.url("/a"))


def test_no_setting_allows_an_inner_address() -> None:
    assert not {name for name in Settings.model_fields if "also" in name or "allow" in name or "resolver" in name}


@pytest.mark.parametrize(
    ("written", "url"),
    [
        ("HTTPS://News.Example.COM", "https://news.example.com/"),
        ("https://news.example.com.:443/a?b=c#d", "https://news.example.com/a?b=c"),
        ("http://bücher.example.com/über uns".replace(" ", "%20"), "http://xn--bcher-kva.example.com/%C3%BCber%20uns"),
        ("http://宇树.example.com/新闻?q=机器人", None),
        ("http://1.1.1.1:80/", "http://1.1.1.1/"),
        ("http://[2606:4700:4700::1111]/", "http://[2606:4700:4700::1111]/"),
        ("  https://news.example.com/a%2Fb  ", "https://news.example.com/a%2Fb"),
    ],
)
def test_public_addresses_in_one_form(written: str, url: str | None) -> None:
    found = target(written).url
    assert found.isascii()
    assert url is None or found == url
    assert target(found).url == found


@pytest.mark.parametrize(
    "address", ["1.1.1.1", "93.184.215.14", "172.15.0.1", "172.32.0.1", "100.63.0.1", "100.128.0.1", "2606:4700::1"]
)
def test_public(address: str) -> None:
    assert closed(address) == ""


async def test_an_unknown_host_is_unreachable() -> None:
    with pytest.raises(Unreachable, match=r"gone\.example\.com is not known"):
        await safe_fetch("https://gone.example.com/", Names())


PIECES = st.sampled_from(
    ["http://", "https://", "HTTP:", "//", "/", "\\", "@", ":", ":80", ":443", "?", "#", ".", "%2e", "%00", "[", "]",
     "[::1]", "[2606:4700::1]", "127.0.0.1", "1.1.1.1", "0x7f", "2130706433", "localhost", "news", "example", ".com",
     "a.b", "。", "ü", "ⓔ", "①", "\t", " ", "\n", "\u200b", "xn--", "-", "_", "&", ";", "user"]
)  # fmt: skip


@given(st.lists(PIECES, max_size=9), st.booleans())
def test_other_parsers_see_the_same_host(pieces: list[str], whole: bool) -> None:
    """What is accepted is looked up, connected to and sent as one host, however it was written."""
    try:
        found = target(("http://" if whole else "") + "".join(pieces))
    except Refused:
        return
    url = URL(found.url, encoded=True)
    assert (url.raw_host, url.port, url.scheme) == (found.host, found.port, found.scheme)
    assert url.user is None
    assert (urlsplit(found.url).hostname, str(url)) == (found.host, found.url)
    assert found.url.isascii()
    assert target(found.url) == found
    assert "." in found.host or ":" in found.host
