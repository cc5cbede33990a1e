"""Which entities stand in focus while an article is read, how strongly, and what it is mainly about."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from bot.extraction.text.clusters import Cluster
from bot.extraction.text.cues import ORG_NOUNS
from bot.extraction.text.mentions import Mention

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

NOT_FOCUS = {"investor", "outlet", "university", "government", "exchange", "bank", "analyst"}
"""Sorts of organisations that articles name beside the one they are about."""
SUBJECTS = {"nsubj", "nsubjpass"}
_INVESTOR_NAME = re.compile(r"(?:Ventures?|Capital|Partners|Fund|Investments?|Equity|Venture Investment)\Z")
_SENTENCE_DECAY, _PARAGRAPH_DECAY = 0.55, 0.8
_MAIN_SHARE = 0.12
"""An article that says less than this of every organisation is about none."""
_OF_BACKERS = 2.0
"""How much less likely a piece is about who is told to put money in."""
_PLACED = {"in", "at", "near", "outside"}


def is_investor(cluster: Cluster) -> bool:
    """Whether a name or what stands beside it says that an organisation lives by investing."""
    return bool(cluster.descriptors & {"investor", "fund"}) or any(_INVESTOR_NAME.search(m.text) for m in cluster.named)


_PUBLIC_BODY = re.compile(
    r"\b(?:University|Universit\w+|Institute of|College|School|Academy|Ministry|Authority|Court|Commission|Council|"
    r"Department|Registrar|Parliament|Senate|Congress)\b"
)


def is_public_body(cluster: Cluster) -> bool:
    """Whether the name is that of a school, a court or an office, which is no "company"."""
    return any(_PUBLIC_BODY.search(m.text) for m in cluster.named)


_INTRODUCED = re.compile(r"(?:\*\*)?(?:,| \(|:| is| was| makes| builds| develops) (?:an?|the|which|whose|its)\b")
_ITS_BOSS = re.compile(r"(?:['’]s)? (?:co-)?(?:founders?|CEO|CTO|chief|president|head|boss)\b")
_BOSS_OF = re.compile(
    r"(?:[Ff]ounder|CEO|chief|[Pp]resident|founded|started|set up|[Hh]ead|runs?|director|boss|leads?) "
    r"(?:and \w+ |executive |officer )?(?:of |at )?\Z"
)


_BACKS = re.compile(
    r"(?: Group| Corp\.?)?(?:\W{0,3}\([^()]{2,30}\))?,? ?(?:and [A-Z]\w+ |"
    r"(?:has|have|is|are|was|also|set|due|looking|in talks|to) ){0,4}"
    r"(?:invest(?:s|ed|ing)?|leads?|led|leading|backs?|backed|participat\w+|join(?:s|ed)|co-leads?|co-led)\b"
)
_BACKED_BY = re.compile(
    r"\b(?:(?:backed|led|funded|supported|owned) by|investments? (?:from|by)|(?:round|funding|money|cash|capital|"
    r"million|billion) from|(?:investors?|backers?) (?:such as|including|like|include)|participation (?:from|of)) "
    r"(?:[A-Z][\w.-]*(?:,? and |, | )){0,6}(?:Japan's |China's |giant )?\Z"
)
"""Around who puts money into the house that a piece is about."""


_FORMER = re.compile(
    r"\b(?:[Ff]ormer(?:ly)?|[Ee]x)(?: |-)"
    r"(?:(?:[a-z][\w-]*|C[A-Z]O|S?VP|[Vv]ice|[Pp]resident|Chief|Head|Director),? ){0,8}\Z|"
    r"\b(?:left|leaving|leaves|quit|departed|(?:departure|resigned|resignation) from|years (?:at|with)|"
    r"(?:stint|tenure) (?:at|with)|previously (?:[a-z]+ )?(?:at|with|for)|worked (?:at|for)|"
    r"(?:veterans?|alumn\w+) (?:of|from|at)) (?:the )?\Z"
)
_HAD = re.compile(r"['’]?s? (?:former|ex-|veterans?\b|alumn)|, (?:who )?(?:has )?(?:resigned|stepped down|quit|left)\b")
"""Around the house at which somebody was before, which a piece on who left it for another is hardly about."""


_MOVED_TO = re.compile(
    r"\b(?:(?:launch|found|co-found)(?:s|es|ed|ing)|starts|started|set up|announc(?:es|ed|ing)|join(?:s|ed|ing)?|"
    r"(?:his|her|their|new|own)(?: [a-z][\w-]*){0,3} (?:startup|start-up|company|venture|firm),?) \Z"
)
"""Before the house at which somebody is now."""
_PAST, _NOW = 2.0, 3.0
"""How much less likely a piece is about who was left for another, and how much more about that one."""


def was_at(text: str, mention: Mention) -> bool:
    """Whether a house is named only as the one at which somebody was before."""
    before = text[max(0, mention.start - 70) : mention.start]
    return bool(_FORMER.search(before) or _HAD.match(text, mention.end))


def main_org(clusters: list[Cluster], doc: Doc, title_end: int) -> Cluster | None:
    """The organisation that the piece is about; none where it speaks of many and little of each.

    It is named often and all over the piece, in its title and at its head, as who acts; who is only beside it is seldom
    introduced ("Vantor, a maker of arms") and none of its people are.
    """
    weights: dict[Cluster, float] = {}
    likely: dict[Cluster, float] = {}
    body = [sent for sent in doc.sents if sent.start_char >= title_end]
    first, lead = (body[0].end_char, body[min(2, len(body) - 1)].end_char) if body else (0, 0)
    for cluster in clusters:
        if (
            cluster.kind != "org"
            or cluster.subkind in NOT_FOCUS
            or is_public_body(cluster)
            or cluster.descriptors & {"investor", "fund", "bank"}
        ):
            continue
        weights[cluster] = sum(_weight(m, doc[m.root], title_end) for m in cluster.mentions)
        likely[cluster] = _prominence(cluster, doc, title_end, first, lead)
    if not weights:
        return None
    text = doc.text
    left = {c: n for c in weights if (n := sum(was_at(text, m) for m in c.mentions))}
    for cluster in weights:
        now = sum(bool(_MOVED_TO.search(text, max(0, m.start - 60), m.start)) for m in cluster.mentions)
        if any(other is not cluster for other in left):
            likely[cluster] += _NOW * math.log1p(now)
        likely[cluster] -= _PAST * math.log1p(left.get(cluster, 0))
    best = max(likely, key=lambda c: (likely[c], -c.id))
    return best if weights[best] >= _MAIN_SHARE * sum(weights.values()) else None


def _weight(mention: Mention, root: Token, title_end: int) -> float:
    """How much of a piece a mention is: the title counts threefold, subjects more, places of a scene less."""
    weight = 3.0 if mention.start < title_end else 1.0
    if _acts(root):
        return weight + 0.5
    return weight - 0.6 if root.dep_ == "pobj" and root.head.lower_ in _PLACED else weight


def _acts(root: Token) -> bool:
    return root.dep_ in SUBJECTS or (root.dep_ == "poss" and root.head.dep_ in SUBJECTS)


def _prominence(cluster: Cluster, doc: Doc, title_end: int, first: int, lead: int) -> float:
    """How likely a piece is about an organisation; weights learned from 300 articles, in logarithms of counts."""
    text, size = doc.text, max(1, len(doc.text))
    titled = acting = led = opened = bosses = introduced = backs = 0
    mentions = [m for m in cluster.mentions if not was_at(text, m)]
    for mention in mentions:
        titled += mention.start < title_end
        acting += _acts(doc[mention.root])
        led += title_end <= mention.start < lead
        opened += title_end <= mention.start < first
        before, after = text[max(0, mention.start - 40) : mention.start], text[mention.end : mention.end + 40]
        bosses += bool(_BOSS_OF.search(before) or _ITS_BOSS.match(after))
        introduced += bool(_INTRODUCED.match(after))
        backs += bool(_BACKS.match(after) or _BACKED_BY.search(before))
    spread = len({6 * mention.start // size for mention in mentions})
    counts = (
        (2.1, len(mentions)), (1.25, titled), (1.4, acting), (1.5, led), (1.25, opened), (0.55, bosses),
        (1.6, introduced), (1.5, spread), (1.5, bool(cluster.descriptors & ORG_NOUNS)),
    )  # fmt: skip
    return sum(weight * math.log1p(count) for weight, count in counts) - _OF_BACKERS * math.log1p(backs)


class Focus:
    """Weights of the entities named or meant so far; they fade with every sentence and paragraph."""

    def __init__(self, doc: Doc, title_end: int) -> None:
        self._doc, self._title_end = doc, title_end
        self._weight: dict[Cluster, float] = {}
        self._last_seen: dict[Cluster, int] = {}
        self._subject: tuple[Cluster, int] | None = None
        self._sentence_start = self._previous_start = 0

    def fade(self, sent: Span) -> None:
        """Call at the start of every sentence."""
        starts_paragraph = sent.start > 0 and self.begins_paragraph(sent)
        for cluster in self._weight:
            self._weight[cluster] *= _SENTENCE_DECAY * (_PARAGRAPH_DECAY if starts_paragraph else 1.0)
        self._previous_start, self._sentence_start = self._sentence_start, sent.start

    def begins_paragraph(self, sent: Span) -> bool:
        """Whether a sentence is the first of its paragraph."""
        before = self._doc[sent.start - 1] if sent.start else None
        return before is None or (before.is_space and "\n" in before.text)

    def note(self, cluster: Cluster, root: Token) -> None:
        """An entity is named or meant at a token."""
        base = self._prominence(root)
        if root.idx < self._title_end:
            base *= 0.8
        now = self._weight.get(cluster, 0.0)
        self._weight[cluster] = max(now, base) + 0.25 * min(now, base)
        self._last_seen[cluster] = root.i
        if root.dep_ in SUBJECTS and root.head.dep_ == "ROOT" and root.idx >= self._title_end:
            self._subject = (cluster, root.i)

    @staticmethod
    def _prominence(root: Token) -> float:
        if root.dep_ in SUBJECTS:
            return 2.0 if root.head.dep_ in {"ROOT", "conj", "ccomp"} else 1.2
        if root.dep_ in {"poss", "compound", "nmod"} and root.head.dep_ in SUBJECTS:
            return 1.5
        if root.dep_ == "attr":
            return 1.5  # "Among those who complained was Knapp"
        if root.dep_ == "dobj":
            return 0.9
        return 0.8 if root.dep_ in {"poss", "appos"} else 0.5

    def items(self) -> Iterator[tuple[Cluster, float]]:
        """Who stands in focus, and how much."""
        yield from self._weight.items()

    def last_seen(self, cluster: Cluster) -> int:
        """Index of the token where an entity was last named or meant; -1 for never."""
        return self._last_seen.get(cluster, -1)

    def was_subject(self, cluster: Cluster) -> bool:
        """Whether an entity is the last subject of a main clause, in this sentence or the one before it."""
        return self._subject is not None and self._subject[0] is cluster and self._subject[1] >= self._previous_start


_FEMALE = {"ms", "ms.", "mrs", "mrs.", "dame", "lady", "madam", "sister", "she", "her", "herself", "woman", "wife"}
_MALE = {"mr", "mr.", "sir", "lord", "brother", "uncle", "he", "his", "him", "himself", "husband"}


class Genders:
    """Who is a "she" and who a "he", as far as titles and earlier pronouns tell."""

    def __init__(self, doc: Doc, mentions: list[Mention]) -> None:
        self._of: dict[Cluster, str] = {}
        for mention in mentions:
            if mention.kind == "person" and mention.first:
                for word in (doc[mention.first - 1].lower_, doc[mention.first].lower_):
                    self.learn(mention.cluster, word)

    @staticmethod
    def of_word(word: str) -> str:
        """The gender that a word tells: "f", "m", or "" for neither."""
        return "f" if word in _FEMALE else "m" if word in _MALE else ""

    def learn(self, cluster: Cluster, word: str) -> None:
        """A word that stands for or beside a person."""
        if gender := self.of_word(word):
            self._of.setdefault(cluster, gender)

    def fits(self, cluster: Cluster, word: str) -> bool:
        """Whether a pronoun may stand for somebody; of whom nothing is known, either may."""
        return self._of.get(cluster, self.of_word(word)) == self.of_word(word)
