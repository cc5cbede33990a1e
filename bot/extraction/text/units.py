"""What has no name of its own and is called by its owner's: "ABB's robotics business", "Kestrel robots"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.extraction.text.clusters import Cluster
from bot.extraction.text.cues import PRODUCT_NOUNS
from bot.extraction.text.mentions import Mention

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_UNIT_NOUNS = {
    "business",
    "unit",
    "division",
    "arm",
    "team",
    "subsidiary",
    "department",
    "lab",
    "laboratory",
    "operations",
    "group",
}
_FIELD_WORDS = {
    "robotics", "robot", "robots", "humanoid", "ai", "automation", "intelligence", "embodied", "research",
    "logistics", "software", "hardware", "cloud", "autonomous", "exoskeleton", "drone", "warehouse", "industrial",
    "mobile", "medical", "hand", "arm",
}  # fmt: skip


class Units:
    """Finds such phrases; each becomes an entity, the same one wherever it is called so again."""

    def __init__(self, doc: Doc, text: str, at: dict[int, Mention], clusters: list[Cluster]) -> None:
        self._doc, self._text, self._at, self._clusters = doc, text, at, clusters
        self._units: dict[str, Cluster] = {}

    def unit(self, token: Token) -> Mention | None:
        """A part of an organisation without a name of its own ("ABB's robotics business", "the AI team of Google")."""
        if token.lower_ not in _UNIT_NOUNS or token.dep_ in {"compound", "nmod", "amod"}:
            return None
        words = [c for c in token.lefts if c.dep_ in {"amod", "compound", "nmod"} and c.i not in self._at]
        owner = next((self._at[c.i] for c in token.lefts if c.dep_ == "poss" and c.i in self._at), None)
        behind = next((self._org_in(c) for c in token.rights if c.dep_ == "prep" and c.lower_ == "of"), None)
        mention = owner or behind
        if mention is None or mention.kind != "org" or not words:
            return None
        field = next((w.lemma_.lower() for w in words if w.lower_ in _FIELD_WORDS), "")
        if not field or (token.lower_ == "arm" and field in {"robot", "humanoid"}):
            return None
        own_words = self._text[min(w.left_edge.idx for w in words) : token.idx + len(token)]
        possessive = owner is not None and not owner.anaphoric
        start = mention.start if possessive else token.idx + len(token) - len(own_words)
        end = token.idx + len(token)
        name = self._text[start:end] if possessive else f"{mention.cluster.name}'s {own_words}"
        key = f"{mention.cluster.id} {field.removesuffix('s')}"
        cluster = self._units.get(key)
        if cluster is None:
            cluster = Cluster(len(self._clusters), kind="org", subkind="unit", name=name, owner=mention.cluster)
            self._units[key] = cluster
            self._clusters.append(cluster)
        first = mention.first if possessive else words[0].i
        unit = Mention(start, end, self._text[start:end], first, token.i, token.i, nouns={token.lemma_.lower()})
        unit.cluster = cluster
        cluster.mentions.append(unit)
        return unit

    def goods(self, token: Token) -> Mention | None:
        """Products called by their maker's name and what they are ("Kestrel robots", "Kestrel's sorting carts")."""
        if token.lemma_.lower() not in PRODUCT_NOUNS - {"series", "line", "family", "version", "service", "system"}:
            return None
        before = self._at.get(token.i - 1)
        if before is None or before.anaphoric or before.kind != "org":
            return None
        if token.tag_ != "NNS" or token.dep_ == "compound":
            return None
        if token.i + 1 < len(self._doc) and token.i + 1 in self._at:
            return None
        end = token.idx + len(token)
        key = f"{before.cluster.id} goods {token.lemma_.lower()}"
        cluster = self._units.get(key)
        if cluster is None:
            name = self._text[before.start : end]
            cluster = Cluster(len(self._clusters), kind="product", name=name, owner=before.cluster)
            self._units[key] = cluster
            self._clusters.append(cluster)
        mention = Mention(before.start, end, self._text[before.start : end], before.first, token.i, token.i)
        mention.nouns = {token.lemma_.lower()}
        mention.cluster = cluster
        cluster.mentions.append(mention)
        return mention

    def _org_in(self, prep: Token) -> Mention | None:
        """The organisation named in a prepositional phrase ("of Swiss industrial giant ABB")."""
        inside = [self._at[t.i] for t in prep.subtree if t.i in self._at and t.i <= prep.i + 6]
        return next((m for m in inside if m.kind == "org"), None)
