"""What is said to or asked of the one who answers: a greeting, thanks, what it can do, on what, how current."""

from __future__ import annotations

import re
from collections.abc import Callable

from bot.answers.asked.chatter import without_chatter
from bot.answers.asked.question import Clause, clauses
from bot.answers.decline import decline
from bot.answers.desk import Desk
from bot.answers.followups.sources import SAYS_SO
from bot.answers.text import read
from bot.answers.wide.articles_on import day_of, named
from bot.answers.wide.small_talk import ABLE, BEYOND, CURRENT, GREETING, HEARD, KNOWS, LANGUAGES, THANKS, UPSET
from bot.grammar.patterns import Pattern
from bot.locales import forms
from bot.model.answer import Action, Answer
from bot.model.when import When
from bot.store.records import StoredArticle

_SHOWN = 8
"""Articles that are named."""
_WHOM = r"(?: (?:there|bot|all|again|everyone|everybody|folks|team|guys|mate|buddy|robot|you|to you))*"
_GREETING = Pattern(
    rf"(?:hi+|hello+|hey+|hiya|yo|howdy|greetings|good (?:morning|afternoon|evening|day)|morning|evening|"
    rf"(?:hi|hello|hey) (?=hi|hello|hey)\w+|how are you(?: doing)?(?: today)?|how is it going|你好|您好){_WHOM}"
)
_THANKS = Pattern(
    r"(?:(?:ok(?:ay)?|great|cool|perfect|nice|awesome)[ ,]*)?(?:(?:many )?(?:thanks|thank you|thx|ty|cheers)"
    r"(?: (?:a lot|so much|very much|a bunch|again|bot|for (?:that|this|the (?:help|info)|your help)))*|谢谢)"
)
_HEARD = Pattern(
    r"(?:no(?: thanks?(?: you)?)?|nope|nah|ok(?:ay)?|kk?|great|cool|perfect|nice(?: one)?|awesome|super|got it|gotcha|"
    r"understood|i see|noted|"
    r"good (?:bot|job|work)|well done|good to know|lol|haha\w*|wow|interesting|never ?mind|bye(?: bye)?|goodbye|"
    r"see you(?: later)?|good night|that is all|all good)(?: (?:then|so))?"
)
_ABLE = Pattern(
    r"(?:please )?(?:help(?: me)?(?: please)?|commands?|menu|usage|options|start|get started|instructions?|manual|"
    r"examples?|hints?|test(?:ing)?|ping|(?:are )?you (?:there|alive|awake|online)|帮助|"
    r"(?:list|show)(?: me)? (?:the |all |your )?commands|"
    r"(?:so )?(?:what|how) (?:can|could|should|do|would|may|must) (?:i|we|one|people) "
    r"(?:ask|use|do|find|say|type|start|search|query|begin|work|talk|get)\b[\w ]{0,30}|"
    r"what (?:all )?(?:can|could|will|would) you (?:tell|show|give) (?:me|us)(?: about| on)?(?: here| exactly)?|"
    r"what (?:all )?(?:can|do|could|will) you (?:do|answer|help|tell|offer|cover|handle|support|know)\b"
    r"(?! (?:me |us )?(?:about|of|on)\b)[\w ]{0,25}|"
    r"(?:what|which) (?:topics?|subjects?|things?|questions?|areas?) (?:can|do|are) (?:you|i|we)\b[\w ]{0,20}|"
    r"(?:how|what) can you help\b[\w ]{0,10}|can you help(?: me| us)?|"
    r"(?:who|what) (?:are|r) (?:you|u)(?: exactly| again| for)?|(?:who|what) is (?:this|this bot|this thing|that bot)"
    r"(?: for| about)?|are you (?:an? |really |actually )*(?:bot|robot|human|person|ai|real|llm|gpt|chatgpt|"
    r"language model|chatbot|machine|program|claude)|do you use (?:an? |any )?(?:ai|llm|gpt|chatgpt|language model)|"
    r"(?:please )?introduce yourself|tell (?:me|us) about yourself|what is your (?:name|job|purpose)|"
    r"how (?:do|does) (?:you|this|it|that|this bot|this thing) work|"
    r"who (?:made|built|wrote|runs|created|owns) (?:you|this)(?: bot)?)"
)
_TASK = Pattern(
    r"^(?:(?:can|could|would|will) you (?:please )?|please |pls |i (?:want|need) you to )?(?:help me )?"
    r"(?:write|draft|compose|send|post|prepare|make|create|generate|do|book|set|schedule|translate)(?: (?:me|us|up))?"
    r"(?: (?:a|an|the|my|some|this|quick|short|nice|funny|polite|cold)){0,4} (?:linkedin|e-?mails?|mails?|message|dm|"
    r"letter|tweet|post|poem|haiku|joke|song|essay|speech|press release|cover letter|script|code|programme?|reminder|"
    r"meeting|appointment|call|pitch|slides?|deck|presentation|homework)\b"
)
"""What asks for work that is no answer."""
_ARTICLES = r"(?:articles?|sources?|documents?|docs|briefs?|papers?|publications?|texts?|news sources|outlets?|files?)"
_KNOWS = Pattern(
    rf"(?:(?:what|which) {_ARTICLES} (?:(?:do|have|did) (?:you|u|we) (?:have|know|use|read|got|cover)(?: read)?|"
    rf"are (?:there|in (?:here|there)|available|you using|known)|is this (?:from|based on))|"
    rf"(?:what|which) (?:are|is) (?:your|the|all the) (?:{_ARTICLES}|data|database)|"
    rf"(?:your |the |all |all your )?{_ARTICLES}(?: list| please)?|"
    rf"(?:list|show)(?: me| us)? (?:all |the |your |all the )*{_ARTICLES}|"
    rf"(?:what|which) {_ARTICLES}|"
    rf"how many (?:{_ARTICLES}|facts|companies and \w+)(?: (?:do you (?:have|know)|are (?:there|in (?:here|there))|"
    r"have you read))?|where (?:do|does|did) (?:you|this|it|the|your)(?: (?:data|info\w*|facts|news))? "
    r"(?:get|take|have|come|find)\b[\w ]{0,30}|"
    r"where (?:is|are) (?:your|the|this|these) (?:data|info\w*|facts|news|answers?) from|"
    r"(?:what|which) (?:data|information|database) (?:do you (?:have|use)|is this)|"
    r"what is (?:this|it|all this) based on|"
    r"what do you know|what is in (?:here|there|the (?:store|database|data))|(?:latest|newest|last|most recent) "
    rf"(?:{_ARTICLES}))"
)
_CURRENT = Pattern(
    r"(?:how (?:current|recent|fresh|old|up[- ]to[- ]date|new) (?:are|is) (?:you|this|it|these|the|your)"
    r"(?: (?:data|info\w*|facts|news|articles|answers|sources?|knowledge|database))?|"
    rf"(?:what|which) (?:is|was|are) (?:the |your )?(?:latest|newest|most recent|last) {_ARTICLES}"
    r"(?: (?:that )?(?:you|u|we) (?:have|know|got|read)(?: (?:of|got|read))?| in (?:here|there|the (?:data|store))|"
    r" here)?|"
    r"how (?:current|recent|fresh|up[- ]to[- ]date)|(?:until|up to) when|"
    r"(?:are|is) (?:you|this|it|the data|your data|this (?:thing|bot|data|info\w*)|that (?:thing|bot)|your info\w*) "
    r"(?:still )?(?:current|recent|up[- ]to[- ]date|fresh|live|real[- ]?time)|"
    r"(?:when (?:was|were|did) (?:you|this|it|the data|your data|the (?:store|database))(?: last)? "
    r"(?:updated?|built|refreshed|trained)(?: last)?)|last (?:updated?|refresh(?:ed)?)|updated when|"
    r"(?:how far|until when|up to when|since when)(?: back)? (?:do|does|are|is) (?:you|your|the)\b[\w ]{0,25}|"
    r"(?:what is (?:your|the) )?(?:cut-?off|knowledge cut-?off)(?: date)?|"
    r"how often (?:are|is) (?:you|this|it|the data) updated)"
)
_OLDEST = Pattern(
    rf"(?:(?:what|which) (?:is|was|are) )?(?:the |your )?(?:oldest|earliest|first) {_ARTICLES}"
    r"(?: (?:(?:that )?you (?:have|know)|in (?:here|there)|here))?|"
    r"how far back (?:do|does) (?:you|it|this|the data) (?:go|reach)"
)
_OF_BEFORE = Pattern(
    r"\b(?:it|this|that|these)\b(?! bot)|^(?:(?:what|which) (?:are |is )?)?(?:the |your )?(?:articles?|sources?)$"
)
"""What may be said of the answer before."""
_END = re.compile(r"^@\w{0,20}bot\b[\W_]*|^[\W_]+|[\W_]+$", re.I)
_OPINION = Pattern(
    r"(?:(?:so|and|but) )?(?:what )?(?:do|would|should|could) (?:you|u) (?:\w+ly )?(?:think|believe|reckon|feel|prefer|"
    r"recommend|like|love|hate|fear|trust)\b(?! (?:was|were|is|are) (?:said|told))"
)
"""What asks for a view of its own."""
_NO_OPINION = "There is no opinion here, only what articles tell; ask what somebody says of it."


def of_itself(desk: Desk, message: str, after: bool = False) -> Answer | None:
    """The answer to what asks nothing of the articles; None where something else is said.

    `after` an answer, what may be said of that one is.
    """
    asked = [_END.sub("", text).casefold() for text in (read(message), without_chatter(read(message)))]
    if after and _OF_BEFORE.search(asked[-1]):
        return None
    if _OPINION.match(asked[-1]) and not any(one.names or one.unknown for one in _parts(desk, message)):
        return decline(desk.facts, _NO_OPINION)
    for said, answer in _ANSWERS:
        if any(said.fullmatch(text) for text in asked):
            return answer(desk)
    return None


def of_a_task(desk: Desk, message: str) -> Answer | None:
    """The plain no to who wants something written or done, with what is known of those who are named."""
    asked = [_END.sub("", text).casefold() for text in (read(message), without_chatter(read(message)))]
    if not any(_TASK.match(text) or BEYOND.fullmatch(text) for text in asked):
        return None
    named = [one.ids for one in desk.lookup.spotter.asked(read(message)) if one.ids]
    return decline(desk.facts, "That is nothing this bot can do: it answers questions from articles.", named)


def _parts(desk: Desk, message: str) -> list[Clause]:
    return clauses(read(message), desk.lookup.spotter, desk.today)


def of_no_answer(desk: Desk, message: str) -> Answer | None:
    """The answer to who doubts an answer, or asks what it rests on, where none was given."""
    if not SAYS_SO.match(_END.sub("", read(message)).casefold()):
        return None
    return decline(desk.facts, "No answer was given yet; each one comes with the sentences it rests on.")


def _greeted(desk: Desk) -> Answer:
    return _said("Hello", _what_it_is(desk), _examples(desk))


def _thanked(desk: Desk) -> Answer:
    return _said("You are welcome", "Ask on whenever you like; /help tells what can be asked.")


def _upset(desk: Desk) -> Answer:
    return _said("Sorry that this was no help", _what_it_is(desk), _examples(desk))


def _in_languages(desk: Desk) -> Answer:
    return _said(
        "Languages",
        "Plain questions are read in English, Chinese, German, French, Spanish, Japanese and Korean.",
        "Answers are in English, with the sentences of the articles as they are.",
    )


def _heard(desk: Desk) -> Answer:
    return _said("All right", "Ask on whenever you like; /help tells what can be asked.")


def _able(desk: Desk) -> Answer:
    more = "Or with a command: /deal, /who, /timeline, /map; /help tells how each of them is used."
    return _said("What you can ask", _what_it_is(desk), _examples(desk), more)


def _knows(desk: Desk) -> Answer:
    articles = desk.facts.articles()
    outlets = len({one.publisher for one in articles if one.publisher})
    told = forms().number
    by = f" by {_number(outlets, 'publisher')}" if outlets else ""  # where none is told, there are none to count
    count = (
        f"{_number(len(articles), 'article')}{by}{_span(articles)}; "
        f"{told(desk.facts.counts()['facts'])} facts out of them"
    )
    title = "What the answers rest on" + (f": the newest {_SHOWN} articles" if len(articles) > _SHOWN else "")
    return _said(title, count, *map(named, articles[:_SHOWN]))


def _current(desk: Desk) -> Answer:
    articles = desk.facts.articles()
    newest = f"The newest article: {named(articles[0])}" if articles else "There is no article yet."
    built = f"Facts were last read out of articles on {forms().when(When.from_iso(desk.facts.built_at()[:10]))}"
    return _said("How current this is", newest, built)


def _oldest(desk: Desk) -> Answer:
    dated = [one for one in desk.facts.articles() if one.published]
    return _said(
        "How far back this goes", f"The oldest article: {named(dated[-1])}" if dated else "No article has a date."
    )


_BEGIN = (Action("ask", "What is new", "/ask what is new"),)
_ANSWERS: tuple[tuple[Pattern, Callable[[Desk], Answer]], ...] = (
    (_GREETING, _greeted),
    (GREETING, _greeted),
    (_THANKS, _thanked),
    (THANKS, _thanked),
    (UPSET, _upset),
    (_HEARD, _heard),
    (HEARD, _heard),
    (_ABLE, _able),
    (ABLE, _able),
    (_KNOWS, _knows),
    (KNOWS, _knows),
    (_OLDEST, _oldest),
    (_CURRENT, _current),
    (CURRENT, _current),
    (LANGUAGES, _in_languages),
)


def _said(title: str, *lines: str) -> Answer:
    """What is said of the bot itself: no fact out of an article, so nothing that needs a citation."""
    return Answer(True, title, hints=lines, actions=_BEGIN)


def _what_it_is(desk: Desk) -> str:
    counts, told = desk.facts.counts(), forms().number
    return (
        f"A bot that answers questions on embodied AI from {told(counts['facts'])} facts out of "
        f"{_number(counts['articles'], 'article')}, each with the sentence it rests on, and from nothing else."
    )


def _examples(desk: Desk) -> str:
    name = desk.facts.best_known()
    about = f"“latest on {name}”, “/deal {name}”, " if name else ""
    return f"For example: {about}“what is new”, “biggest rounds”, “which companies do you know”"


def _span(articles: list[StoredArticle]) -> str:
    days = [day_of(one) for one in articles if one.published]
    if not days:
        return ""
    return f", of {days[0]}" if days[0] == days[-1] else f", from {days[-1]} to {days[0]}"


def _number(count: int, word: str) -> str:
    return f"{forms().number(count)} {word}" + ("" if count == 1 else "s")
