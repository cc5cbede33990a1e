"""Who "the startup", "the Munich-based firm", "its", "he" are: resolved by what stands in focus."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.extraction.text.clusters import Cluster
from bot.extraction.text.cues import ORG_NOUNS, PERSON_NOUNS, PRODUCT_NOUNS
from bot.extraction.text.focus import NOT_FOCUS, SUBJECTS, Focus, Genders, is_investor, is_public_body, main_org
from bot.extraction.text.mentions import Mention
from bot.extraction.text.org_tails import is_tie
from bot.extraction.text.pronouns import is_empty, means_goods
from bot.extraction.text.units import Units
from bot.names.seats import country_of, seat_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

    from bot.names.registry import Registry

_GENERIC_ORGS = {
    "company", "startup", "start-up", "firm", "group", "business", "outfit", "venture", "maker", "developer",
    "unicorn", "manufacturer", "builder", "newcomer", "corporation", "enterprise", "scale-up", "scaleup",
    "specialist",
}  # fmt: skip
_RELATIONS = {
    "customer", "client", "partner", "rival", "competitor", "owner", "backer", "parent", "contractor", "distributor",
    "investor", "subsidiary", "underwriter", "bookrunner", "brand",
}  # fmt: skip
"""What one organisation is to another: no description of the one in focus."""
_SORTS = {
    "university", "institute", "ministry", "hospital", "bank", "exchange", "plant", "farm", "bakery", "brewery", "lab",
    "laboratory", "foundation", "fund", "agency", "chain", "foundry", "studio",
}  # fmt: skip
_GIANTS = {"giant", "conglomerate", "carmaker", "automaker", "chipmaker", "retailer", "shipbuilder", "airline"}
"""What is called one of these is no startup."""

_STARTUPS = {"startup", "start-up"}
_LISTED = 2.0
"""How much less a house is called a startup whose shares are traded."""
_TICKER = re.compile(
    r"['’]?s?,? ?[\[(]\W?(?:[A-Za-z]{2,8} ?[:：] ?[A-Z0-9]{1,6}|\d{4,6}(?:\.[A-Z]{2})?)\W?[\])]|"
    r"['’]s? (?:shares|stock)\b"
)
_SHARES_OF = re.compile(r"\b[Ss]hares (?:of|in) \Z")

_BUY = {"buy", "acquire", "purchase", "absorb", "swallow", "sell", "leave", "join", "quit"}
"""Verbs whose object is seldom the one that the article is about ("until Vantor bought the company")."""

_MAIN_BEHIND_PRONOUN, _MAIN_BEHIND_WORDS = 0.6, 1.2
"""How much the organisation that the article is about is preferred for "it" and for "the company"."""
_LATELY, _LONG_AGO = 4, 0.3
"""Sentences in which it must have been spoken of to be preferred so much, and how much of that is left otherwise."""
_LAST_SUBJECT = 0.5
_LABEL = 2.0
"""How much the organisation is preferred whose item of a list is read."""
_BULLETS = {"*", "-", "•", "·", "–", "—", "**", "+"}
_LABEL_ENDS = re.compile(r"[*_]{0,2}(?: ?\([^)\n]{1,40}\))?[*_]{0,2}(?::| [–—] )")
_SPEAKERS_BEHIND_PRONOUN, _SPEAKERS_BEHIND_WORDS = 1.5, 2.5
"""How much the organisation whose officer speaks is preferred."""

_AT_HOME = 1.5
"""How much likelier one is whose country the description names."""

_LEAST = 0.15
"""How likely one has to be to be meant at all."""


class Discourse:
    """Walks the sentences in order and adds a mention for every description and pronoun that it can resolve."""

    def __init__(
        self,
        doc: Doc,
        text: str,
        mentions: list[Mention],
        clusters: list[Cluster],
        title_end: int,
        registry: Registry,
    ) -> None:
        self._doc, self._text, self._registry = doc, text, registry
        self._at = {i: m for m in mentions for i in range(m.first, m.last + 1)}
        self._focus = Focus(doc, title_end)
        self._genders = Genders(doc, mentions)
        self._units = Units(doc, text, self._at, clusters)
        self._employers: dict[Cluster, Cluster] = {}
        self._main = main_org(clusters, doc, title_end)
        self._starts: list[int] = []
        self._label: Cluster | None = None

    @property
    def main(self) -> Cluster | None:
        """The organisation that the article is about, None where it is about none."""
        return self._main

    def read(self, sent: Span) -> list[Mention]:
        """The anaphoric mentions of a sentence; call once a sentence, in order."""
        self._focus.fade(sent)
        if self._focus.begins_paragraph(sent):
            self._label = self._label_of(sent)
        self._starts.append(sent.start)
        found: list[Mention] = []
        for token in sent:
            mention = self._at.get(token.i)
            if mention is not None:
                if token.i == mention.last:
                    self._focus.note(mention.cluster, _in_office(mention, self._doc[mention.root]))
                continue
            new = self._resolve(token, sent)
            if new is not None:
                found.append(new)
                self._focus.note(new.cluster, token)
        return found

    def _resolve(self, token: Token, sent: Span) -> Mention | None:
        """What a word stands for: a pronoun, a unit or goods without a name of their own, "the company"."""
        word = token.text.lower()
        if word in {"it", "its", "itself"}:
            return self._mention(token, token, self._it(token, word))
        if word in {"he", "she", "his", "her", "him", "himself", "herself"}:
            cluster = self._pronoun(token, {"person"})
            if cluster is not None:
                self._genders.learn(cluster, word)
            return self._mention(token, token, cluster)
        if (unit := self._units.unit(token)) is not None:
            return unit
        if (goods := self._units.goods(token)) is not None:
            return goods
        determiner = self._determiner(token)
        return self._mention(determiner, token, self._meant(determiner, token, sent)) if determiner else None

    def _mention(self, first: Token, last: Token, cluster: Cluster | None) -> Mention | None:
        """The mention that these words are of whom they mean; None where they mean nobody."""
        if cluster is None:
            return None
        start, end = first.idx, last.idx + len(last)
        mention = Mention(start, end, self._text[start:end], first.i, last.i, last.i, cluster.entity_id, anaphoric=True)
        mention.cluster = cluster
        cluster.mentions.append(mention)
        return mention

    def _it(self, token: Token, word: str) -> Cluster | None:
        """Whom or what "it" means; nobody in "it is raining"."""
        if token.dep_ == "expl" or (word == "it" and is_empty(token)):
            return None
        goods = self._pronoun(token, {"product"}) if means_goods(token) else None
        return goods or self._pronoun(token, {"org", "unknown"}) or self._pronoun(token, {"product"})

    def _determiner(self, token: Token) -> Token | None:
        """The "the" or "this" of a noun that may stand for somebody; None where it names or describes them itself."""
        if token.pos_ not in {"NOUN", "PROPN"} or token.text[0].isupper() or token.tag_ in {"NNS", "NNPS"}:
            return None
        if token.dep_ in {"appos", "compound", "nmod"} or self._names_next(token) or token.i + 1 in self._at:
            return None
        for child in token.rights:
            narrowed = child.dep_ == "relcl" and self._doc[token.i + 1].text != ","
            if narrowed or (child.dep_ == "prep" and child.text == "of"):
                return None
            if child.dep_ == "appos" and child.i in self._at and not self._has_whose(child):
                return None
        return next((c for c in token.lefts if c.text.lower() in {"the", "this", "that"}), None)

    def _has_whose(self, child: Token) -> bool:
        """Whether a name only opens a clause on who is described ("the start-up, whose boss Ann Lee was there")."""
        return self._doc[child.left_edge.i].lower_ == "whose"

    def _meant(self, determiner: Token, token: Token, sent: Span) -> Cluster | None:
        """Whom "the company", "the chief executive" or "the robot" means."""
        if (same := self._equated(token)) is not None:
            return same
        written = self._text[token.idx : token.idx + len(token)].lower()
        noun = written if written in _STARTUPS else token.lemma_.lower()
        modifiers = [self._doc[i] for i in range(determiner.i + 1, token.i)]
        if noun in ORG_NOUNS:
            return self._described(noun, token, modifiers, "org", sent)
        if noun in PERSON_NOUNS and noun not in {"head", "lead", "investor", "partner"}:
            return self._described(noun, token, modifiers, "person", sent)
        if noun in PRODUCT_NOUNS and noun != "series":
            return self._described(noun, token, modifiers, "product", sent)
        return None

    def _label_of(self, sent: Span) -> Cluster | None:
        """Whose item of a list a paragraph is: the organisation before its colon ("Vantor: the Series A from …")."""
        first = next((t for t in sent if not (t.is_punct or t.is_space or t.text in _BULLETS)), None)
        mention = self._at.get(first.i) if first is not None else None
        if mention is None or mention.kind != "org" or not _LABEL_ENDS.match(self._text, mention.end):
            return None
        return mention.cluster

    def _main_nearby(self) -> float:
        """1 where the main organisation was spoken of lately, less where others have been since, as in newsletters."""
        last = self._focus.last_seen(self._main) if self._main is not None else -1
        lately = len(self._starts) < _LATELY or last >= self._starts[-_LATELY]
        return 1.0 if lately else _LONG_AGO

    def _equated(self, token: Token) -> Cluster | None:
        """Who a description is said to be ("The company is Vantor")."""
        if token.dep_ != "nsubj" or token.head.lemma_ != "be":
            return None
        named = (self._at.get(c.i) for c in token.head.rights if c.dep_ in {"attr", "punct"})
        return next((m.cluster for m in named if m is not None and not m.anaphoric), None)

    def _names_next(self, token: Token) -> bool:
        """Whether the name that a description introduces follows between commas ("The chief executive, Ann Lee,")."""
        if token.i + 2 >= len(self._doc) or self._doc[token.i + 1].text != ",":
            return False
        mention = self._at.get(token.i + 2)
        if mention is None or mention.last + 1 >= len(self._doc):
            return False
        return self._doc[mention.last + 1].text in {",", ";", ".", ")", "–", "—"}

    def _pronoun(self, token: Token, kinds: set[str]) -> Cluster | None:
        """The subject the sentence has or will have, else what is most in focus, but not its own clause's subject."""
        word = token.lower_
        possessive = token.tag_ == "PRP$" or word in {"itself", "himself", "herself"}
        if possessive and (ahead := self._subject_ahead(token, kinds)) is not None:
            return ahead
        best: tuple[float, int] | None = None
        chosen: Cluster | None = None
        governor_subjects = self._clause_subjects(token)
        speakers = self._speakers_org(token) if "org" in kinds else None
        for cluster, weight in self._focus.items():
            if cluster.kind not in kinds or weight < 0.05:
                continue
            if cluster.kind == "person" and not self._genders.fits(cluster, word):
                continue
            if cluster.subkind in NOT_FOCUS or is_investor(cluster) or is_public_body(cluster):
                weight *= 0.45
            if cluster in governor_subjects:
                if not possessive:
                    continue
                weight += 2.5
            if cluster is speakers:
                weight += _SPEAKERS_BEHIND_PRONOUN
            if cluster is self._label:
                weight += _LABEL
            elif cluster is self._main and self._label is None:
                weight += _MAIN_BEHIND_PRONOUN * self._main_nearby()
            if self._focus.was_subject(cluster):
                weight += _LAST_SUBJECT
            key = (weight, self._focus.last_seen(cluster))
            if best is None or key > best:
                best, chosen = key, cluster
        return chosen

    def _speakers_org(self, token: Token) -> Cluster | None:
        """Whose officer the subject above is ("Ann Lee, chief executive of Vantor, said the company would grow")."""
        node = token
        while True:
            for child in node.children:
                if child.dep_ in SUBJECTS and child.i < token.i and not child.is_ancestor(token):
                    person = self._at.get(child.i)
                    if person is not None and person.kind == "person":
                        return self._employer(child, person, token.i)
            if node.head.i == node.i:
                return None
            node = node.head

    def _employer(self, subject: Token, person: Mention, before: int) -> Cluster | None:
        """The organisation named with a post in a person's phrase; remembered for when the person is named again."""
        phrase = [t for t in subject.subtree if t.i < before]
        words = {t.lower_ for t in phrase}
        if words & PERSON_NOUNS and not words & {"former", "formerly", "ex", "once", "previously", "until"}:
            orgs = [m for t in phrase if (m := self._at.get(t.i)) is not None and m.kind == "org"]
            if orgs:
                self._employers.setdefault(person.cluster, orgs[0].cluster)
                return orgs[0].cluster
        return self._employers.get(person.cluster)

    def _subject_ahead(self, token: Token, kinds: set[str]) -> Cluster | None:
        """The subject that follows a fronted phrase ("In its latest round, Kestrel took in …")."""
        node = token
        while node.dep_ not in {"prep", "advcl"} and node.head.i != node.i:
            node = node.head
        if node.head.i == node.i or node.i > node.sent.root.i:
            return None
        subject = next((c for c in node.head.children if c.dep_ in SUBJECTS and c.i > node.right_edge.i), None)
        mention = self._at.get(subject.i) if subject is not None else None
        return mention.cluster if mention is not None and mention.kind in kinds and not mention.anaphoric else None

    def _clause_subjects(self, token: Token) -> set[Cluster]:
        """Clusters that are the subject of the clause the token stands in, other than the token itself."""
        node = token
        while node.dep_ != "ROOT" and node.pos_ not in {"VERB", "AUX"}:
            node = node.head
        return {
            self._at[c.i].cluster
            for c in node.children
            if c.dep_ in SUBJECTS and c.i != token.i and c.i in self._at and c.i < token.i
        }

    def _described(self, noun: str, noun_token: Token, modifiers: list[Token], kind: str, sent: Span) -> Cluster | None:
        """Who of a kind a description means: who was called so, who is in focus, whom the article is about."""
        named = [self._at[m.i] for m in modifiers if m.i in self._at]
        ties = [m for m in named if is_tie(self._text, m.end)]
        if any(m.kind in {"org", "person", "product"} for m in named if m not in ties):
            return None  # "the Unitree robot": the name stands there itself
        modifiers = [m for m in modifiers if self._at.get(m.i) not in ties]
        words = {m.text.lower() for m in modifiers if not m.is_punct}
        places = {m.text for m in modifiers if m.text[:1].isupper()}
        generic = kind == "org" and noun in _GENERIC_ORGS
        is_object = noun_token.dep_ == "dobj"
        others = self._clause_subjects(noun_token) if is_object else set()
        others |= {m.cluster for m in ties} | {
            self._at[t.i].cluster for t in noun_token.subtree if t.i > noun_token.i and t.i in self._at
        }
        bought = is_object and noun_token.head.lemma_.lower() in _BUY
        speakers = self._speakers_org(noun_token) if generic else None
        countries = {c for place in places if (c := country_of(place, self._registry))} if kind == "org" else set()
        scored: list[tuple[float, int, Cluster]] = []
        for cluster, weight in self._focus.items():
            if cluster.kind != kind or cluster in others:
                continue  # nobody buys, leaves or founds itself
            fitting = _fitting(cluster, noun, words, places)
            if fitting is None:
                continue
            if countries and (seat := self._seat(cluster)) is not None:
                if seat not in countries:
                    continue
                weight += _AT_HOME
            if noun in _STARTUPS and self._is_listed(cluster):
                fitting -= _LISTED
            score = weight + fitting + self._in_place(cluster, sent, bought)
            if cluster is speakers:
                score += _SPEAKERS_BEHIND_WORDS
            if score > _LEAST:
                scored.append((score, self._focus.last_seen(cluster), cluster))
        if not scored:
            elsewhere = bool(countries) and self._main is not None and self._seat(self._main) is not None
            return self._main if generic and not elsewhere else None
        return max(scored, key=lambda one: one[:2])[2]

    def _is_listed(self, cluster: Cluster) -> bool:
        """Whether shares of a house are traded, so that it is no startup: a ticker or a price of them is told."""
        return any(
            _TICKER.match(self._text, m.end) or _SHARES_OF.search(self._text, max(0, m.start - 12), m.start)
            for m in cluster.named
        )

    def _seat(self, cluster: Cluster) -> str | None:
        """The country in which a house is known to sit."""
        known = self._registry.entities.get(cluster.entity_id) if cluster.entity_id else None
        return seat_of(known.name) if known is not None else None

    def _in_place(self, cluster: Cluster, sent: Span, bought: bool) -> float:
        """How much likelier one is by where it stands; who is bought was just named, else it is whom this is about."""
        if bought:
            return float(self._focus.last_seen(cluster) >= sent.start)
        if cluster is self._label:
            return _LABEL
        if cluster is self._main and self._label is None:
            return _MAIN_BEHIND_WORDS * self._main_nearby()
        return 0.0


def _in_office(mention: Mention, root: Token) -> Token:
    """The word that stands for a name in its clause: a post that is told before it ("VP of Finance Jane Doe said")."""
    title = root.head.head if root.dep_ == "pobj" and root.head.lower_ in {"of", "for"} else root
    return title if mention.kind == "person" and title.lower_ in PERSON_NOUNS | {"svp", "evp"} else root


def _fitting(cluster: Cluster, noun: str, words: set[str], places: set[str]) -> float | None:
    """How well a description fits one, by what it was called before; None where it fits nobody who was not.

    `words` and `places` stand between the article and the noun.
    """
    score = 0.0
    is_org = cluster.kind == "org"
    if noun in cluster.descriptors:
        score += 1.5
    elif is_org and noun not in _GENERIC_ORGS:
        if noun in _RELATIONS | _SORTS and not any(noun in m.text.lower() for m in cluster.named):
            return None
        score -= 0.8
    if is_org and noun in _GENERIC_ORGS:
        if cluster.subkind in NOT_FOCUS or is_public_body(cluster):
            score -= 2.0
        if is_investor(cluster) or cluster.descriptors & {"bank", "university", "ministry"}:
            score -= 1.5
        giant = cluster.subkind in {"giant", "tech"} or bool(cluster.descriptors & _GIANTS)
        if giant and noun in _STARTUPS:
            score -= 2.0
    if places and cluster.places:
        score += 4.0 if cluster.places & places else -1.5
    if cluster.descriptors & words:
        score += 0.7
    return score
