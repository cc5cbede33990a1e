"""What articles tell of somebody's life: every sentence on a person, and which of them tell what is asked."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from bot.answers.asked.genders import Genders
from bot.answers.asked.question import Clause
from bot.answers.asked.spotting import Mention
from bot.answers.asked.words import same_meaning, stems
from bot.answers.query import WRITTEN, Ids
from bot.answers.sentences.discourse import is_furniture
from bot.answers.sentences.evidence import counted_in, counts, of_the_kind
from bot.answers.sentences.particulars import SUCCESSION, gives, is_particular
from bot.answers.sentences.people.aspects import KIN, Aspect, asking_words, aspects_of, is_of_kin, main_part
from bot.answers.sentences.retrieval import ENDS, Sentences, narrows
from bot.answers.sentences.signs import ASKS_WHY, HE_HIS_OR_HIM
from bot.answers.titles import POST
from bot.grammar.patterns import Pattern
from bot.store.read import Passage

_ARTICLES, _ARTICLES_OF_MANY = 6, 3
_NAMING = 40
_FROM_THE_START = 30
"""Letters within which a name at the start of a sentence is what the sentence is about."""
_OPENS_WITH = Pattern(
    r"^\W*(?:[^,]{0,50}, )?(?:and |but |so |when |as |after |before )?(?:he|she|his|her)\b|^\W*[他她]", re.I
)
_SPEAKER = Pattern(r"^\W*[A-Z][\w’'.-]*(?: [A-Z][\w’'.-]*){0,3}:\*{0,2} ")
"""Whose words follow, in an interview."""
_BACK_THERE = Pattern(r"^\W*(?:it was )?(?:there|then|that was)\b", re.I)
_HELD = 0.75
"""The share of the words that ask which a sentence with its neighbours has to hold."""
_HELD_ALONE = 0.8
"""The same where nothing but words is asked for."""
_AROUND = 0.7
"""What a word counts that stands in the sentence before or after."""
_MOST = 3
_GOES_ON_ABOUT_IT = Pattern(r"^\W*(?:it|that|this|the (?:job|stint|post|role|move|spell|marriage)) \w+", re.I)
_LIFE = Pattern(
    r"^\W*(?:(?:an?|the|then|next|first|after that|before that|followed|came)\b[^.]{0,40})?\b(?:doctorate|ph\.?d|"
    r"master['’]?s|bachelor['’]?s|degree|mba|"
    r"scholarship|stints?|internship|postdoc\w*|fellowship|job|career|spell|apprenticeship|thesis)\b|"
    r"^\W*(?:(?:after|before) (?:that|this)|then|next|later|earlier|his|her|the (?:first|second|third|fourth|"
    r"next|last))\b",
    re.I,
)
_PRONOUNS = {
    "": HE_HIS_OR_HIM,
    "he": Pattern(r"\b(?:he|his|him)\b|他", re.I),
    "she": Pattern(r"\b(?:she|her|hers)\b|她", re.I),
}
_AND_THEY = Pattern(r"[,;:] (?:and |but |while |though )?(?:he|she)\b")
"""Where a sentence that begins with somebody else comes back to whom was spoken of."""
_MEETS = Pattern(
    r"\b(?:met|meets|hired|knew|knows|taught|married|recalls?|recalled|remembers?|remembered|calls?|called|told|"
    r"tells|advised|joined|followed|"
    r"succeeded|replaced|supervised|praised|describes?|described|worked (?:with|for|under)|says of|said of|"
    r"friend of|replaces?|succeeds?|"
    r"award(?:s|ed)|gave|gives|offered|made|appointed|named|elected|sent|brought|poached|lured|paid|picked|"
    r"promoted|invited) (?:him|her)\b",
    re.I,
)
"""What somebody else is told to have to do with whom was spoken of."""
_HANDS_OVER = Pattern(
    r"\b(?:(?:replaced|succeeded|followed|joined|run|led|headed|founded|started|handed) (?:\w+ ){0,14}?(?:by|to)|"
    r"successor|succession|replacement|appoint\w*|named?|hired?|hiring|gave way to|handed \w+ to|passes? to)\b"
    r"[^.;]{0,60}$",
    re.I,
)
"""What leads from one to another: who was named first gives way to who is named last."""
_NEW = Pattern(
    r"\b(?:the|its|their) new (?:[\w-]+ )?(?:ceo|chief|boss|head|cto|cfo|coo|president|director|chair\w*)\b", re.I
)
_COMING = stems("follow follows succeed successor replace replaced predecessor come came new")
_POST = Pattern(POST)
_JOINS = Pattern(r"\bjoin(?:ed|s|ing)? (?:the )?<(\d+)>")
_JOINED = Pattern(r"\b(?:join(?:ed|s|ing)?|moved? to|went to) ", re.I)
_RIGHT_AFTER = 12
_HEADING, _FEW_WORDS = 90, 9
_LISTED = Pattern(r"^\W*\d{1,2}[.)]\W|[A-Z][\w’'-]+ [A-Z][\w’'-]+")
_OF_KIN_SURELY = 0.5
_OF_KIN = Pattern(rf"^\W*(?:his|her) (?:[\w-]+ ){{0,2}}?{KIN}\b", re.I)
"""A sentence about a relative."""
_REASON = Pattern(
    r"\b(?:because|since|due to|owing to|as a result|so that|in order to|reasons?|thanks to|amid|over (?:a|the|"
    r"his|her|its)|"
    r"after (?:a|an|the) (?:row|dispute|clash|disagreement|merger|takeover|scandal|quarrel|fight|stroke)|fell out|"
    r"to (?:spend|focus|pursue|care|look after|concentrate|devote|be closer|return|teach|write|avoid)|"
    r"(?:leav\w+|left|quit\w*|resign\w*|depart\w*|step\w*|retir\w*|exit\w*|gave up|move[ds]?|went|go(?:es|ne|ing))\b"
    r"[^.;]{0,90}? to (?:run|join|start|found|set up)|"
    r"cit(?:es|ed|ing)|blam\w+|for (?:personal|family|health)|want(?:s|ed) to|tired of|bored|objections?|"
    r"refus\w+)\b|因为|由于|为了",
    re.I,
)
_IN_WORDS = Pattern(
    r"(?:^|[.!?] )\W{0,2}[\"“「].{10,}\b(?:said|says|told|recalls?|explains?|explained|added?|wrote|laughs?)\b|"
    r"^\W*asked why\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence on somebody, and how surely it is on them."""

    passage: Passage
    surely: float
    own: str = ""
    """The part of it that is on them, where the rest is on somebody else."""

    @property
    def text(self) -> str:
        """What is said of them."""
        return self.own or self.passage.text


def is_heading(passage: Passage) -> bool:
    """Whether a line is no sentence: a name, maybe with a post, above what is told of them."""
    text = passage.text
    if passage.ordinal == 0 or len(text) > _HEADING:
        return False
    words = text.split()
    return not ENDS.search(text) or (
        len(words) <= _FEW_WORDS and ("—" in text or all(not word[:1].islower() for word in words))
    )


def opens_with_pronoun(text: str) -> bool:
    """Whether a sentence begins with "he" or "her" for somebody who was named before."""
    return bool(_OPENS_WITH.match(text))


class Lives:
    """Reads the articles of one store for what they tell of people."""

    def __init__(self, sentences: Sentences) -> None:
        self._sentences = sentences
        self._discourse = sentences.discourse
        self._genders = Genders(sentences.facts)
        self._told: dict[Ids, list[Told]] = {}

    def best(self, clause: Clause, person: Ids, alone: bool = False) -> list[Passage]:
        """The sentences on a person that tell what a clause asks of them; none where no sentence does.

        `alone`: the other words and names of the clause have said who it is.
        """
        every = aspects_of(clause.shape)
        asked = every[:1]
        main = replace(clause, shape=main_part(clause.shape)) if every else clause
        said = asking_words(clause.shape) if every or is_particular(clause.shape) else frozenset()
        said |= stems(" ".join(self._name(one) for one in person))
        if SUCCESSION.search(clause.shape):
            said |= _COMING | stems(" ".join(met[0] for met in _POST.finditer(clause.shape)))
        rest = () if alone else tuple(w for w in main.content if w not in said)
        named = [clause.names[i].ids for i in clause.asked_about if f"<{i}>" in main.shape]
        others = [] if alone else [ids for ids in dict.fromkeys(named) if not ids & person]
        if not asked and not rest and not is_particular(clause.shape):
            return []
        met = _JOINS.search(clause.shape)
        joined = clause.names[int(met[1])].ids if met is not None else frozenset[str]()
        weights = self._sentences.evidence.word_weights(rest)
        total = sum(weights.values())
        lines = self.lines(person)
        if SUCCESSION.search(clause.shape):
            lines = self._with_next(lines)
        rows: list[tuple[float, int, int]] = []
        for at, told in enumerate(lines):
            passage = told.passage
            if not self._may_answer(told, clause, asked):
                continue
            around = [p.text for p in self._near(lines, at)]
            here, near = self._discourse.stems(passage), stems(" ".join(around))
            held = sum(
                w if same_meaning(s) & here else _AROUND * w * bool(same_meaning(s) & near) for s, w in weights.items()
            )
            share = held / total if total else 1.0
            if share < (_HELD if asked else _HELD_ALONE):
                continue
            if told.surely <= _OF_KIN_SURELY and not is_of_kin(clause.shape):
                continue
            if joined and self._joins_another(passage, joined):
                continue
            if others and not all(self._names(passage, around, ids) for ids in others):
                continue
            rows.append((-(share * told.surely), -sum(one.fits(passage.text) for one in asked), at))
        rows.sort()
        best = [row for row in rows if row[0] <= rows[0][0] + 0.25][:_MOST]
        return self._with_what_follows(lines, [row[2] for row in best], clause)

    @staticmethod
    def _own_part(text: str, surnames: re.Pattern[str]) -> str:
        """Of a sentence on several people the parts between semicolons that name one of them."""
        return "; ".join(part for part in text.split(";") if surnames.search(part))

    def _joins_another(self, passage: Passage, house: Ids) -> bool:
        """Whether a sentence tells of somebody who joined another house."""
        verb = _JOINED.search(passage.text)
        if verb is None:
            return False
        after = [m for m in self._discourse.named(passage) if 0 <= m.start - verb.end() <= _RIGHT_AFTER]
        return bool(after) and not any(m.ids & house for m in after)

    def _with_next(self, lines: list[Told]) -> list[Told]:
        """Some sentences with the two after each: "The person who took over is …" stands there."""
        known = {(told.passage.article, told.passage.ordinal) for told in lines}
        found = list(lines)
        for told in lines:
            for after in self._discourse.near(told.passage, 0, 2):
                if (after.article, after.ordinal) not in known:
                    known.add((after.article, after.ordinal))
                    found.append(Told(after, 0.75))
        return sorted(found, key=lambda told: (told.passage.article, told.passage.ordinal))

    def lines(self, person: Ids) -> list[Told]:
        """Every sentence on a person, article by article, in the order of telling."""
        if person not in self._told:
            if len(self._told) > 500:
                self._told.clear()
            self._told[person] = [told for article in self._articles(person) for told in self._read(article, person)]
        return self._told[person]

    def _articles(self, person: Ids) -> list[str]:
        facts = self._sentences.facts
        spelled = [one.removeprefix(WRITTEN) for one in person if one.startswith(WRITTEN)]
        met = facts.search(" ".join(spelled) or self._discourse.all_names(person), _NAMING)
        most = _ARTICLES_OF_MANY if facts.is_large else _ARTICLES
        named = (p for p in met if self._discourse.names_one(p, person) or any(name in p.text for name in spelled))
        return list(dict.fromkeys(p.article for p in named))[:most]

    def _read(self, article: str, person: Ids) -> list[Told]:
        """The sentences of an article that are on a person: by name, by pronoun, or below their name as a heading."""
        surnames, short = self._surnames(person), self._short(person)
        about, below, speaking = False, False, False
        own = self._discourse.opens_on(article, person)
        pronoun = _PRONOUNS[
            self._genders.of(next(iter(person))) if len(person) == 1 and not self._is_written(person) else ""
        ]
        found: list[Told] = []
        for passage in self._discourse.article(article):
            text = passage.text
            if is_furniture(text):
                continue
            speaker = _SPEAKER.match(text)
            start = speaker.end() if speaker else 0
            people = [
                m for m in self._discourse.named(passage) if m.start >= start and self._discourse.has_person(m.ids)
            ]
            others = [m for m in people if not (m.ids & person or m.text in short)]
            mine = any(m.ids & person for m in people) or bool(surnames.search(text, start))
            heading = is_heading(passage)
            if speaker is not None and not mine:
                speaking = bool(surnames.search(speaker[0]))
            if speaking and not mine and not heading:
                found.append(Told(passage, 0.8))  # their own words in an interview
                continue
            if mine:
                first = not others or min(m.start for m in people) == min(
                    (m.start for m in people if m.ids & person), default=len(text)
                )
                found.append(Told(passage, 1.0 if first else 0.9, self._own_part(text, surnames) if others else ""))
                opens = _OPENS_WITH.match(text)
                about = about or self._hands_over(passage, people, person)
                if not opens and not HE_HIS_OR_HIM.search(text[: min((m.start for m in people), default=0)]):
                    about = first or own or about
                below = heading or (below and first)
                continue
            if others and others[0].start < _FROM_THE_START and not _OPENS_WITH.match(text):
                before = pronoun.search(text[: others[0].start]) or _AND_THEY.search(text)
                if (about or own) and pronoun.search(text) and (before or _MEETS.search(text)):
                    found.append(Told(passage, 0.8))  # "Jo Roe, who met her in 1985, …"
                else:
                    about, below = False, False
                continue
            if heading and (people or _LISTED.search(text)):
                about, below = False, False
            elif (about or own) and pronoun.search(text) and _OF_KIN.match(text):
                found.append(Told(passage, _OF_KIN_SURELY))
            elif (about or (own and _OPENS_WITH.match(text))) and pronoun.search(text):
                about = True
                found.append(Told(passage, 0.9 if not others else 0.85))
            elif about and _LIFE.search(text):
                found.append(Told(passage, 0.75))  # "A doctorate at Acme followed in 2014."
            elif about and _GOES_ON_ABOUT_IT.match(text) and not people:
                found.append(Told(passage, 0.8))
            elif below and not people:
                found.append(Told(passage, 0.85))
        return found

    def _hands_over(self, passage: Passage, people: list[Mention], person: Ids) -> bool:
        """Whether a sentence on another ends with one of some, on whom the next one goes on: "replaced by Roe"."""
        last = people[-1] if people else None
        if last is None or not last.ids & person:
            return False
        after = self._discourse.near(passage, 0, 1)
        return bool(_HANDS_OVER.search(passage.text, 0, last.start)) and any(_OPENS_WITH.match(p.text) for p in after)

    def _may_answer(self, told: Told, clause: Clause, asked: tuple[Aspect, ...]) -> bool:
        passage = told.passage
        said = f"{self._discourse.asked_before(passage)} {told.text}"
        if clause.wants == "why" and opens_with_pronoun(passage.text):  # "He left. He added that his family …"
            said = " ".join((*(p.text for p in self._discourse.near(passage, 1)), said))
        if passage.ordinal == 0 or not all(one.given_in(said) for one in asked):
            return False
        if clause.wants == "why" and not self._gives_reason(passage):
            return False
        comes = bool(SUCCESSION.search(clause.shape) and _NEW.search(passage.text))
        if clause.wants != "why" and not comes and not gives(passage.text, clause.shape):
            return False
        if clause.wants in ("money", "percent", "count", "when") and not of_the_kind(passage, clause, ()):
            return False
        counted = counted_in(clause)
        return narrows(passage, clause) and (not counted or counts(passage.text, counted))

    def _gives_reason(self, passage: Passage) -> bool:
        """Whether a sentence says why, or the next one in the words of whoever was asked."""
        after = self._discourse.near(passage, 0, 1)
        if ASKS_WHY.match(self._discourse.asked_before(passage)):
            return True
        if _REASON.search(passage.text) or _IN_WORDS.search(passage.text):
            return True
        return any(_IN_WORDS.search(p.text) for p in after)

    @staticmethod
    def _near(lines: list[Told], at: int) -> list[Passage]:
        """The sentences on the person right before and after one."""
        here = lines[at].passage
        beside = [lines[n].passage for n in (at - 1, at + 1) if 0 <= n < len(lines)]
        return [p for p in beside if p.article == here.article and abs(p.ordinal - here.ordinal) == 1]

    def _names(self, passage: Passage, around: list[str], ids: Ids) -> bool:
        """Whether a sentence, one beside it or what its article is about names one of some."""
        if self._discourse.names_one(passage, ids) or ids & self._discourse.subjects(passage.article):
            return True
        return any(self._discourse.names_one(p, ids) for p in self._discourse.near(passage, 1, 1)) and bool(around)

    def _with_what_follows(self, lines: list[Told], best: list[int], clause: Clause) -> list[Passage]:
        """The sentences in their order; of a reason also the one that follows."""
        kept: dict[tuple[str, int], Passage] = {}
        for at in best:
            passage = lines[at].passage
            if _BACK_THERE.match(passage.text):
                kept |= {(p.article, p.ordinal): p for p in self._discourse.near(passage, 1)}
            kept[passage.article, passage.ordinal] = passage
            if clause.wants == "why":
                kept |= {(p.article, p.ordinal): p for p in self._discourse.near(passage, 0, 1)}
        return list(kept.values())

    @staticmethod
    def _is_written(person: Ids) -> bool:
        return any(one.startswith(WRITTEN) for one in person)

    def _short(self, person: Ids) -> frozenset[str]:
        """First names cut short: "Win" for Winifred."""
        first = [self._name(one).split(" ")[0] for one in person]
        return frozenset(name[:length] for name in first for length in range(3, len(name) + 1))

    def _surnames(self, person: Ids) -> re.Pattern[str]:
        """The first and last names of somebody as articles shorten them, where no other name stands before or after."""
        full = [self._name(one) for one in person]
        names = {part for name in full for part in (name.split(" ")[0], name.split(" ")[-1])}
        either = "|".join(re.escape(name) for name in sorted(names))
        whole = "|".join(re.escape(name) for name in sorted(full))
        return re.compile(rf"(?<!\w)(?:{whole})(?!\w)|(?<![A-Z][a-z] )(?<!\w)(?:{either})(?!\w)(?! [A-Z][a-z])")

    def _name(self, one: str) -> str:
        return one.removeprefix(WRITTEN) if one.startswith(WRITTEN) else self._sentences.facts.name(one)
