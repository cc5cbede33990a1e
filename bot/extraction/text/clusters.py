"""Mentions of one article gathered by whom they name, and each gathering typed by the votes of all its mentions."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Container
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bot.extraction.text.declared import declared, told_apart, without_place
from bot.extraction.text.mentions import Mention
from bot.extraction.text.org_tails import ORG_TAIL, looks_like_org
from bot.model.entity import EntityKind
from bot.names import bare, fold
from bot.names.people import is_family_name, is_given_name

if TYPE_CHECKING:
    from bot.names.registry import Registry


@dataclass(slots=True, eq=False)
class Cluster:
    """One entity of an article, with every place where it is named or meant."""

    id: int
    kind: EntityKind = "unknown"
    entity_id: str = ""
    subkind: str = ""
    name: str = ""
    mentions: list[Mention] = field(default_factory=list)
    aliases: set[str] = field(default_factory=set)
    full: set[str] = field(default_factory=set)
    """Its full legal names, where the article declares a shorter one."""
    owner: Cluster | None = None
    """For a unit without a name of its own ("ABB's robotics business"): whose it is."""

    @property
    def descriptors(self) -> set[str]:
        """The nouns that the article puts beside the name ("carmaker", "startup")."""
        return set().union(*(m.nouns for m in self.mentions))

    @property
    def places(self) -> set[str]:
        """Where the article says, beside the name, that it is based."""
        return {m.place for m in self.mentions if m.place}

    @property
    def named(self) -> list[Mention]:
        """The mentions by name, without "it" and "the company"."""
        return [m for m in self.mentions if not m.anaphoric]


def _key(mention: Mention) -> str:
    return mention.entity_id or bare(mention.text) or fold(mention.text)


def gather(
    mentions: list[Mention], text: str, registry: Registry, kind_of: Callable[[Cluster], EntityKind]
) -> list[Cluster]:
    """Clusters in order of first mention, each typed by `kind_of`; every mention gets its cluster."""
    clusters: dict[str, Cluster] = {}
    for mention in mentions:
        key = _key(mention)
        cluster = clusters.get(key)
        if cluster is None:
            cluster = clusters[key] = Cluster(len(clusters), entity_id=mention.entity_id)
        cluster.mentions.append(mention)
        mention.cluster = cluster
    _join_declared(mentions, text, registry)
    _join_plurals(list(clusters.values()))
    _join_short_forms(_alive(mentions))
    _join_full_names(_alive(mentions), text, registry)
    _join_surnames(_alive(mentions))
    alive = _alive(mentions)
    for cluster in alive:
        entity = registry.entities.get(cluster.entity_id)
        cluster.subkind = entity.subkind if entity else ""
        cluster.kind = kind_of(cluster)
    _join_persons([c for c in alive if c.kind == "person"], alive, text)
    alive = _alive(mentions)
    for number, cluster in enumerate(alive):
        cluster.id = number
        cluster.name = _best_name(cluster, registry)
        cluster.aliases = {m.text for m in cluster.mentions}
    return alive


def _alive(mentions: list[Mention]) -> list[Cluster]:
    seen: dict[int, Cluster] = {}
    for mention in mentions:
        seen.setdefault(id(mention.cluster), mention.cluster)
    return list(seen.values())


def _merge(into: Cluster, other: Cluster) -> None:
    if into is other:
        return
    into.mentions = sorted([*into.mentions, *other.mentions], key=lambda m: m.start)
    into.entity_id = into.entity_id or other.entity_id
    into.full |= other.full
    for mention in other.mentions:
        mention.cluster = into
    other.mentions = []


def _join_declared(mentions: list[Mention], text: str, registry: Registry) -> None:
    """ "Automotive Cells Company (ACC)", "X Square Robot (自变量机器人)", "(hereinafter "Acme")": one house's names."""
    for before, after, full in list(declared(mentions, text, registry)):
        if before.cluster is not after.cluster:
            _merge(before.cluster, after.cluster)
        if full:
            before.cluster.full.add(before.text)


_FULL_NAME = re.compile(
    r"[A-Z][^\W\d_]+(?: [A-Z]\.)?(?: (?:van|von|de|der|di|da|bin|al)){0,2}"
    r" [A-Z][^\W\d_'’-]+(?:[-'’][^\W\d_]+)*"
)


def _join_surnames(clusters: list[Cluster]) -> None:
    """ "Voss" is "Mara Voss" where the one full name that ends so seems a person's, before kinds are told.

    So what stands around the surname helps to tell what the full name is.
    """
    full = [
        c
        for c in clusters
        if any(_FULL_NAME.fullmatch(m.text) for m in c.mentions)
        and (2 * sum(m.label == "PERSON" for m in c.mentions) > len(c.mentions) or _is_called_like_a_person(c))
    ]
    alone = {m.text for c in clusters for m in c.mentions}
    full = [c for c in full if (first := c.mentions[0].text.split()[0]) not in alone or is_given_name(first)]
    for cluster in clusters:
        names = {m.text.title() if m.text.isupper() else m.text for m in cluster.mentions}
        if cluster.entity_id or any(" " in n for n in names):
            continue
        bearers = [c for c in full if any(m.text.split()[-1] in names for m in c.mentions)]
        if len(bearers) == 1 and bearers[0].mentions[0].start < cluster.mentions[0].start:
            _merge(bearers[0], cluster)


def _is_called_like_a_person(cluster: Cluster) -> bool:
    """Whether the full name begins with a given name, ends with a family name and not as organisations' do."""
    words = next(m.text for m in cluster.mentions if _FULL_NAME.fullmatch(m.text)).split()
    return (
        not cluster.entity_id
        and is_given_name(words[0])
        and not looks_like_org(" ".join(words))
        and (is_family_name(words[-1]) or any(m.label == "PERSON" for m in cluster.mentions))
    )


def _join_plurals(clusters: list[Cluster]) -> None:
    """ "38 Mules" are of the kind "Mule" where the article names both; "Williams" is nobody's plural."""
    single = {m.text: c for c in clusters for m in c.mentions}
    for cluster in clusters:
        names = {m.text for m in cluster.mentions}
        name = min(names, default="")
        if len(names) == 1 and not cluster.entity_id and " " not in name and name[-1:] == "s":
            one = single.get(name[:-1])
            if (
                one is not None
                and one.mentions
                and one is not cluster
                and not is_family_name(name)
                and not is_given_name(name)
            ):
                _merge(one, cluster)


_GENERIC_HEADS = {
    "new", "united", "general", "national", "american", "china", "chinese", "korea", "japan", "european", "german",
    "first", "global", "international", "south", "north", "east", "west", "robot", "robotics", "bank", "university",
    "institute", "ministry", "series", "advanced", "future", "smart", "san", "los", "el", "saint", "mount", "alpha",
    "capital", "ventures", "the", "hong", "silicon", "st", "royal", "federal", "state", "central",
}  # fmt: skip


def _join_short_forms(clusters: list[Cluster]) -> None:
    """ "Haedong" is "Haedong Robotics" where only one longer name of the article begins with it."""
    heads: dict[str, list[Cluster]] = defaultdict(list)
    for cluster in clusters:
        for name in {fold(m.text) for m in cluster.mentions}:
            words = name.split()
            for n in range(1, len(words)):
                if cluster not in heads[" ".join(words[:n])]:
                    heads[" ".join(words[:n])].append(cluster)
    for cluster in clusters:
        if not cluster.mentions:
            continue
        names = {fold(m.text) for m in cluster.mentions}
        for name in sorted(names):
            longer = [c for c in heads.get(name, []) if c is not cluster and c.mentions]
            if len(longer) != 1 or name in _GENERIC_HEADS or len(name) < 3:
                continue
            if cluster.entity_id and longer[0].entity_id:
                continue
            if re.search(r"\d", longer[0].mentions[0].text) and not re.search(r"\d", cluster.mentions[0].text):
                continue  # "Figure" is not "Figure 02"
            if cluster.entity_id and not _same_head(cluster, longer[0]):
                continue
            if _is_of_two(name, longer[0], clusters):
                continue  # "Haulix" merged with "Lanehawk" is not yet "Haulix Lanehawk"
            _merge(longer[0], cluster)
            break


_TRADE = frozenset(
    """
    robot robots robotics technology technologies tech intelligent intelligence ai science and automation co inc corp
    llc gmbh limited ltd universal general
    """.split()  # noqa: SIM905 (reads better than 20 quoted words)
)
"""What a full legal name adds to a house's own name and nothing else does."""


def _join_full_names(clusters: list[Cluster], text: str, registry: Registry) -> None:
    """ "Hangzhou Acme Robot Co., Ltd." is "Acme" further down, unless a sentence names both."""
    short = {fold(m.text): c for c in clusters for m in c.mentions}
    for cluster in clusters:
        names = {m.text for m in cluster.mentions if not cluster.entity_id and without_place(m.text, registry)}
        for name in sorted(names):
            words = fold(without_place(name, registry)).split()
            heads = (" ".join(words[:n]) for n in range(len(words) - 1, 0, -1) if set(words[n:]) <= _TRADE)
            own = next((c for h in heads if h not in _GENERIC_HEADS and len(h) > 2 and (c := short.get(h))), None)
            if own is None or own is cluster or told_apart(own.mentions, cluster.mentions, text):
                continue
            if registry.entities.get(own.entity_id) is None or registry.entities[own.entity_id].kind == "org":
                own.full.add(name)
                _merge(own, cluster)
                break


def _is_of_two(head: str, longer: Cluster, clusters: list[Cluster]) -> bool:
    """Whether a longer name is put together of a head and another name of this article, and is no person's."""
    full = fold(longer.mentions[0].text)
    rest = full.removeprefix(head).strip()
    return (
        len(rest) > 3
        and not is_given_name(full.split()[0])
        and not ORG_TAIL.search(rest)
        and any(
            len(c.mentions) > 1 and any(fold(m.text) == rest for m in c.mentions) for c in clusters if c is not longer
        )
    )


def _same_head(registered: Cluster, longer: Cluster) -> bool:
    """A registered name and a longer unregistered one are one only where the rest is a legal or trade suffix."""
    short = fold(registered.mentions[0].text)
    rest = fold(longer.mentions[0].text).removeprefix(short).strip()
    return rest in {
        "group",
        "inc",
        "corp",
        "corporation",
        "ltd",
        "co",
        "robotics",
        "technologies",
        "technology",
        "holdings",
        "ai",
    }


def _join_persons(persons: list[Cluster], clusters: list[Cluster], text: str) -> None:
    """ "Huang" is "Jensen Huang", "Noh" is "Noh Jae-min": a surname is the one person here who bears it."""
    full = [c for c in persons if any(len(m.text.split()) > 1 for m in c.mentions)]
    for cluster in clusters:
        if not cluster.mentions or cluster.entity_id or cluster.kind not in {"person", "unknown", "org", "place"}:
            continue
        names = {m.text for m in cluster.mentions}
        if any(len(n.split()) > 1 for n in names):
            continue
        name = fold(max(names, key=lambda n: (len(n), n)))  # the fullest: "Brandt-Antriebe" is no Brandt
        bearers = [
            c
            for c in full
            if c is not cluster
            and c.mentions
            and any(name in _ends(m.text) for m in c.mentions if len(m.text.split()) > 1)
        ]
        if len(bearers) == 1 and bearers[0].mentions[0].start < cluster.mentions[0].start + 400:
            _merge(bearers[0], cluster)
        elif len(bearers) > 1:
            _share(cluster, bearers, text)


def _ends(name: str) -> set[str]:
    """The words that may stand for a full name alone: its first and its last, a double-barrelled one whole or not."""
    words = name.split()
    return {fold(words[0]), fold(words[-1]), fold(name).split()[0], fold(name).split()[-1]}


def _share(cluster: Cluster, bearers: list[Cluster], text: str) -> None:
    """Gives each mention of a surname that several persons bear to the one named in full last before it; where that was
    in another paragraph, to the one whom the article is about, if one is named much more than the others."""
    times = sorted(((_times_in_full(bearer), bearer.mentions[0].start, bearer) for bearer in bearers), reverse=True)
    first = times[0][2] if times[0][0] >= 3 * times[1][0] else None
    for mention in list(cluster.mentions):
        before = [
            (m.end, bearer)
            for bearer in bearers
            for m in bearer.mentions
            if m.end <= mention.start and len(m.text.split()) > 1
        ]
        if before:
            end, nearest = max(before, key=lambda pair: pair[0])
            if first in [bearer for _, bearer in before] and "\n" in text[end : mention.start]:
                nearest = first
            cluster.mentions.remove(mention)
            nearest.mentions.append(mention)
            nearest.mentions.sort(key=lambda m: m.start)
            mention.cluster = nearest


def _times_in_full(cluster: Cluster) -> int:
    return sum(len(m.text.split()) > 1 for m in cluster.mentions)


_ORGANS = re.compile(
    r" (?:Board|Boards|Team|Headquarters|HQ|Management|Newsroom|Website|Spokesman|Spokeswoman|Spokesperson)\Z"
)


def _is_of_part(name: str, names: Container[str]) -> bool:
    """Whether a form of a name is that of an organ of the house whose name stands without it, too."""
    organ = _ORGANS.search(name)
    return organ is not None and name[: organ.start()] in names


def _best_name(cluster: Cluster, registry: Registry) -> str:
    """The canonical name where the article uses it, else the fullest form it prints, the most frequent of those."""
    entity = registry.entities.get(cluster.entity_id) if cluster.entity_id else None
    counts = Counter(m.text for m in cluster.mentions)
    if entity is not None:
        if entity.name in counts:
            return entity.name
        return max(counts, key=lambda n: (n.isascii(), n[:1].isupper(), counts[n], len(n), n))
    counts = Counter({n: c for n, c in counts.items() if n not in cluster.full}) or counts
    latin = {n: c for n, c in counts.items() if n.isascii()} or dict(counts)
    latin = {n: c for n, c in latin.items() if not (n[-1] == "s" and n[:-1] in latin)}
    latin = {n: c for n, c in latin.items() if not _is_of_part(n, latin)}
    if cluster.full:  # declared names are short because they are used: the one used most
        return max(latin, key=lambda n: (latin[n], len(n), n))
    longest = max(len(n.split()) for n in latin)
    return max((n for n in latin if len(n.split()) == longest), key=lambda n: (latin[n], len(n), n))
