"""Articles and pages of invented companies."""

from __future__ import annotations

QUILLON = (
    "The robot maker Quillon Robotics raised $21 million in a Series A round led by Halvern Capital, it said on "
    "March 4, 2025.",
    "The money goes into a plant near Aarhus, where the firm wants to build its warehouse robot in numbers from next "
    "spring, its chief executive Mira Holt said.",
    "Three logistics groups have tried the robot since autumn; one of them, Nordfracht, ordered forty for its hall in "
    "Kolding after a trial of eleven weeks in which the machines lost no parcel.",
    "Holt founded the company in 2021 with two colleagues from a university spin-off that made grippers for bakeries.",
)
TAMSIN = (
    "The robot maker Tamsin Dynamics agreed to acquire Orlo Grippers for $90 million, both said on March 6, 2025.",
    "Orlo has supplied hands with four fingers to makers of humanoid robots for three years and lost money in each of "
    "them, its annual reports show.",
    "The buyer wants to keep the brand and the sixty people who work in Leiden, and to close a smaller office abroad.",
)


def page(title: str, paragraphs: tuple[str, ...], day: str = "2025-03-04", extra: str = "") -> str:
    """A news page as sites have it."""
    body = "".join(f"<p>{text}</p>" for text in paragraphs)
    return (
        f'<!doctype html><html lang="en"><head><title>{title} | Example News</title>'
        f'<meta property="og:title" content="{title}"><meta property="og:site_name" content="Example News">'
        f'<meta property="article:published_time" content="{day}T08:00:00Z">{extra}</head><body>'
        '<nav><a href="/">Home</a> <a href="/robots">Robots</a></nav>'
        f"<article><h1>{title}</h1>{body}</article><footer>Imprint and privacy</footer></body></html>"
    )


def rss(*items: tuple[str, str, str, str], title: str = "Example Wire") -> str:
    """A feed; an item is (id, link, title, description as HTML)."""
    entries = "".join(
        f"<item><guid isPermaLink='false'>{mark}</guid><link>{link}</link><title>{name}</title>"
        f"<pubDate>Tue, 04 Mar 2025 0{number}:00:00 GMT</pubDate>"
        f"<description><![CDATA[{text}]]></description></item>"
        for number, (mark, link, name, text) in enumerate(items)
    )
    return f"<?xml version='1.0'?><rss version='2.0'><channel><title>{title}</title>{entries}</channel></rss>"
