"""Who does what in a sentence: verbs and event nouns with their arguments, read off the parse once for all kinds."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from bot.extraction.text.mentions import Mention

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

Mood = Literal["fact", "future", "possible", "planned", "rumored", "denied"]


@dataclass(frozen=True, slots=True)
class Arg:
    """An argument: `start` and `end` of its phrase in the article, `head` the lemma of its head word in small letters.

    `mentions` are the names at the head, joined with it by "and" or in apposition to it; `inside` all names in the
    phrase, left to right.
    """

    start: int
    end: int
    text: str
    head: str
    mentions: tuple[Mention, ...]
    inside: tuple[Mention, ...]


@dataclass(slots=True, eq=False)
class Predicate:
    """A verb (or an event noun such as "acquisition", `noun`) with what depends on it; places are the article's.

    `lemma` and the words of `preps`, `particle` and `governor` are in small letters, `text` is as printed.
    `subjects` of a participle, a relative clause or an infinitive are those it is understood to have; of a passive,
    `objects` holds what is acted on and `subjects` the "by" phrase. `preps` maps a preposition to its arguments.
    """

    lemma: str
    text: str
    start: int
    end: int
    clause_start: int
    clause_end: int
    subjects: tuple[Arg, ...] = ()
    objects: tuple[Arg, ...] = ()
    preps: dict[str, tuple[Arg, ...]] = field(default_factory=dict)
    mood: Mood = "fact"
    passive: bool = False
    noun: bool = False
    particle: str = ""
    """The word that goes with the verb ("over" in "took over"), empty for none."""
    governor: str = ""
    """Lemma of the verb that this one depends on ("plan" in "plans to acquire"), empty for a main verb."""
    token: int = 0
    """Index of its token in the parse."""

    @property
    def surface_subjects(self) -> tuple[Arg, ...]:
        """What stands in front of the verb as its subject: of a passive, what is acted on."""
        return self.objects if self.passive else self.subjects

    def prep(self, *names: str) -> tuple[Arg, ...]:
        """The arguments of these prepositions, in the order of the names."""
        return tuple(arg for name in names for arg in self.preps.get(name, ()))


_PLANNED = {
    "plan", "aim", "intend", "hope", "want", "agree", "seek", "expect", "prepare", "set", "propose", "commit",
    "pledge", "promise", "mean", "look", "due", "schedule", "target", "decide", "vow", "offer", "try", "slate", "poise",
}  # fmt: skip
_RUMORED = {
    "consider",
    "explore",
    "discuss",
    "weigh",
    "negotiate",
    "mull",
    "rumor",
    "rumour",
    "talk",
    "approach",
    "eye",
    "report",
}
_DENIED = {
    "deny",
    "refute",
    "reject",
    "decline",
    "abandon",
    "drop",
    "scrap",
    "fail",
    "refuse",
    "cancel",
    "shelve",
    "dismiss",
    "stop",
}
_TALKS = {"talks", "talk", "discussion", "negotiation"}
_INTENTIONS = {"plan", "intention", "option", "right", "bid", "proposal", "ambition"}
_POSSIBLY = {"would", "could", "may", "might", "can", "should"}
_IN_FUTURE = {"will", "'ll", "shall"}
_HANGS_ON = {"xcomp", "ccomp", "pcomp", "prep", "pobj", "acl", "dobj", "advcl", "attr", "nsubjpass"}
"""How what a plan, a rumour or a denial is about hangs on the word for it."""
_MOST_ABOVE = 6
"""Words above an event that are asked how certain it is."""
_RUMOR_ADVERBS = {"reportedly", "allegedly", "apparently", "rumoredly", "supposedly"}
_EVENT_NOUNS = {
    "acquisition", "takeover", "purchase", "investment", "funding", "financing", "round", "raise", "sale", "merger",
    "buyout", "stake", "launch", "release", "debut", "listing", "ipo", "flotation", "float", "partnership",
    "collaboration", "alliance", "deal", "agreement", "appointment", "departure", "resignation", "arrival",
    "deployment", "rollout", "injection", "bet", "cheque", "check", "backing", "bid", "offer", "contract", "order",
    "trial", "pilot", "unveiling", "founding", "introduction", "venture", "carve-out", "spin-off", "disposal",
    "extension", "tranche", "loan", "grant", "cooperation", "pact", "tie-up",
}  # fmt: skip


class Syntax:
    """The predicates of a parsed text; `mentions` must be settled."""

    def __init__(self, text: str, mentions: list[Mention]) -> None:
        self._text = text
        self._by_root = {m.root: m for m in mentions}
        self._by_token = {i: m for m in mentions for i in range(m.first, m.last + 1)}
        self._mentions = mentions

    def add(self, mention: Mention) -> None:
        """Makes a mention found later ("the startup") known as an argument."""
        if mention.root not in self._by_token:
            self._by_root[mention.root] = mention
            self._by_token[mention.root] = mention
            self._mentions.append(mention)

    def predicates(self, sent: Span) -> list[Predicate]:
        """The verbs and event nouns of a sentence, in order."""
        out = []
        for token in sent:
            if token.pos_ in {"VERB", "AUX"} and token.dep_ not in {"aux", "auxpass"}:
                out.append(self._verb(token))
            elif (
                token.pos_ in {"NOUN", "PROPN"}
                and token.lemma_.lower() in _EVENT_NOUNS
                and token.i not in self._by_token
            ):
                out.append(self._noun(token))
        return out

    # arguments

    def arg(self, token: Token) -> Arg:
        """The phrase headed by a token."""
        left, right = token.left_edge, token.right_edge
        start, end = left.idx, right.idx + len(right)
        heads: list[Mention] = []
        self._collect(token, heads, set())
        inside = [m for m in self._mentions if start <= m.start and m.end <= end]
        return Arg(
            start,
            end,
            self._text[start:end],
            token.lemma_.lower(),
            tuple(heads),
            tuple(sorted(inside, key=lambda m: m.start)),
        )

    def _collect(self, token: Token, found: list[Mention], seen: set[int]) -> None:
        if token.i in seen:
            return
        seen.add(token.i)
        mention = self._by_root.get(token.i) or self._by_token.get(token.i)
        if mention is not None and mention not in found:
            found.append(mention)
        for child in token.children:
            if child.dep_ in {"conj", "appos"}:
                self._collect(child, found, seen)
            elif (
                mention is None
                and child.dep_ in {"nmod", "compound"}
                and child.i == token.i - 1
                and child.i in self._by_token
                and (token.pos_ == "PROPN")
            ):
                found.append(self._by_token[child.i])

    def _subject_tokens(self, verb: Token, depth: int = 0) -> tuple[list[Token], bool]:
        """The tokens that are the understood subject, and whether they come from a passive."""
        own = [c for c in verb.children if c.dep_ in {"nsubj", "csubj"}]
        if own:
            of_noun = verb.dep_ in {"relcl", "ccomp", "acl"} and verb.head.pos_ in {"NOUN", "PROPN", "PRON", "NUM"}
            return ([verb.head] if of_noun and own[0].tag_ in {"WP", "WDT"} else own), False
        passive = [c for c in verb.children if c.dep_ in {"nsubjpass", "csubjpass"}]
        if passive:
            of_noun = verb.dep_ in {"relcl", "acl"}
            return ([verb.head] if of_noun and passive[0].tag_ in {"WP", "WDT"} else passive), True
        if depth > 5:
            return [], False
        if verb.dep_ in {"acl", "relcl"}:
            return [verb.head], verb.dep_ == "acl" and verb.tag_ == "VBN"
        if verb.dep_ in {"conj", "xcomp", "advcl", "ccomp", "pcomp", "dep", "parataxis"}:
            return self._subject_above(verb, depth)
        return [], False

    def _subject_above(self, verb: Token, depth: int) -> tuple[list[Token], bool]:
        """The subject that a verb without its own shares with the verb or the noun that it hangs on."""
        head = verb.head
        while head.dep_ in {"prep", "agent"} and head.head.i != head.i:
            head = head.head
        if head.pos_ in {"NOUN", "PROPN"} and verb.dep_ == "pcomp":
            return [c for c in head.children if c.dep_ == "poss"], False
        if head.pos_ not in {"VERB", "AUX"} or verb.dep_ == "ccomp":
            return [], False
        objects = [c for c in head.children if c.dep_ == "dobj"]
        if verb.dep_ == "xcomp" and objects and head.lemma_ not in {"plan", "promise"}:
            return objects, False
        tokens, is_passive = self._subject_tokens(head, depth + 1)
        joined = verb.tag_ == "VBN" and verb.dep_ == "conj" and not any(c.dep_ == "aux" for c in verb.children)
        return tokens, is_passive and joined

    def _verb(self, verb: Token) -> Predicate:
        subjects, passive = self._subject_tokens(verb)
        is_passive = passive or any(c.dep_ == "auxpass" for c in verb.children)
        bare_participle = (
            verb.dep_ in {"acl", "advcl", "conj"}
            and verb.tag_ == "VBN"
            and not any(c.dep_ in {"aux", "auxpass", "nsubj", "dobj"} for c in verb.children)
        )
        objects = [c for c in verb.children if c.dep_ in {"dobj", "dative", "oprd"} and c.pos_ != "ADP"]
        if bare_participle and verb.dep_ == "advcl":
            is_passive = True
        preps, agents = self._preps(verb)
        particle = next((c.text.lower() for c in verb.children if c.dep_ == "prt"), "")
        left, right = verb.left_edge, verb.right_edge
        subject_args = tuple(self.arg(t) for t in subjects)
        object_args = tuple(self.arg(t) for t in objects)
        if is_passive:
            subject_args, object_args = tuple(self.arg(t) for t in agents), (*subject_args, *object_args)
        elif agents:
            preps["by"] = (*preps.get("by", ()), *(self.arg(t) for t in agents))
        return Predicate(
            lemma=verb.lemma_.lower(),
            text=verb.text,
            start=verb.idx,
            end=verb.idx + len(verb),
            clause_start=left.idx,
            clause_end=right.idx + len(right),
            subjects=subject_args,
            objects=object_args,
            preps=preps,
            mood=self._mood(verb),
            passive=is_passive,
            particle=particle,
            governor=verb.head.lemma_.lower() if verb.dep_ in {"xcomp", "ccomp", "pcomp", "acl", "advcl"} else "",
            token=verb.i,
        )

    def _preps(self, token: Token) -> tuple[dict[str, tuple[Arg, ...]], list[Token]]:
        preps: dict[str, tuple[Arg, ...]] = {}
        agents: list[Token] = []
        for child in token.children:
            if child.dep_ == "agent" or (child.dep_ == "prep" and child.text.lower() == "by" and token.tag_ == "VBN"):
                agents += [c for c in child.children if c.dep_ in {"pobj", "pcomp"}]
            elif child.dep_ in {"prep", "dative", "advmod", "prt"} and child.pos_ in {"ADP", "SCONJ", "VERB"}:
                self._prep_objects(child, child.text.lower(), preps)
        return preps, agents

    def _prep_objects(self, prep: Token, name: str, preps: dict[str, tuple[Arg, ...]]) -> None:
        for child in prep.children:
            if child.dep_ == "pobj":
                preps[name] = (*preps.get(name, ()), self.arg(child))
            elif child.dep_ in {"prep", "conj"} and child.pos_ == "ADP":
                self._prep_objects(child, child.text.lower(), preps)

    def _noun(self, noun: Token) -> Predicate:
        preps, agents = self._preps(noun)
        for child in noun.children:
            if child.dep_ == "acl" and child.tag_ == "VBN":
                _, by = self._preps(child)
                if child.lemma_ in {"lead", "head", "make", "back", "anchor", "underwrite"}:
                    agents += by
        owners = [
            c for c in noun.children if c.dep_ in {"poss", "nmod"} or (c.dep_ == "compound" and c.i in self._by_token)
        ]
        left, right = noun.left_edge, noun.right_edge
        return Predicate(
            lemma=noun.lemma_.lower(),
            text=noun.text,
            start=noun.idx,
            end=noun.idx + len(noun),
            clause_start=left.idx,
            clause_end=right.idx + len(right),
            subjects=tuple(self.arg(t) for t in [*agents, *owners]),
            objects=preps.get("of", ()),
            preps=preps,
            mood=self._mood(noun),
            noun=True,
            governor=noun.head.lemma_.lower() if noun.head.i != noun.i else "",
            token=noun.i,
        )

    def _mood(self, token: Token) -> Mood:
        """How certain the sentence makes it, from negations, auxiliaries and the verbs above."""
        mood: Mood = "fact"
        node, own = token, False
        for _ in range(_MOST_ABOVE):
            children = list(node.children)
            words = {c.text.lower() for c in children}
            negated = any(c.dep_ == "neg" for c in children) or "never" in words
            if negated and (node is token or node.lemma_ in _PLANNED | _RUMORED | {"do"}):
                return "denied"
            if words & _RUMOR_ADVERBS:
                return "rumored"
            if mood == "fact" and node.pos_ in {"VERB", "AUX"}:
                mood = "possible" if words & _POSSIBLY else "future" if words & _IN_FUTURE else mood
            above = node.head
            if above.i == node.i or node.dep_ == "relcl":
                break
            if node.dep_ in _HANGS_ON:
                lemma = above.lemma_.lower()
                if lemma in _DENIED and node.dep_ in {"xcomp", "ccomp", "pcomp", "prep", "pobj", "dobj"}:
                    return "denied"
                own = own or lemma in {"announce", "confirm", "disclose"} or (lemma == "report" and _is_told(node))
                passive = lemma == "consider" and any(c.dep_ in {"auxpass", "nsubjpass"} for c in above.children)
                if (lemma in _RUMORED or lemma in _TALKS) and not passive and not (own and lemma == "report"):
                    return mood if mood == "planned" else "rumored"
                if mood == "fact":
                    mood = _mood_above(node, lemma)
            node = above
        return mood


def _is_told(node: Token) -> bool:
    """Whether a verb tells what has happened ("raised $5m, Foo reported"), so that reporting it makes it no rumour."""
    return node.tag_ == "VBD" or (node.tag_ == "VBN" and any(c.lower_ in {"has", "have", "had"} for c in node.children))


def _mood_above(node: Token, lemma: str) -> Mood:
    """What the word that a verb or an event hangs on makes of it: a plan, the future, or a fact still."""
    infinitive = node.pos_ in {"VERB", "AUX"} and any(c.tag_ == "TO" for c in node.children)
    if lemma in _PLANNED and (infinitive or node.dep_ in {"dobj", "pobj", "prep"}):
        return "planned"
    if infinitive and lemma in _INTENTIONS:
        return "planned"
    return "future" if infinitive and node.head.lemma_ == "be" else "fact"
