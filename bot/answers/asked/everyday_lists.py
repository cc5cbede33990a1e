"""Turns of phrase that ask for lists: of rumours, of who left, of where robots work, in words that the rules know."""

from __future__ import annotations

from bot.answers.asked.turns import NAME, phrase
from bot.grammar.patterns import Pattern

_LIST = (
    r"(?:(?:give|show|list|tell|name|find)(?: (?:me|us))? |(?:what|which|who) (?:are|is|do) |(?:are|is) there )?"
    r"(?:(?:all|any|every|the|current|latest|of|some|known|there|no) ){0,4}"
)
_TOLD = (
    r"(?: (?:are there|is there|(?:do )?(?:you|we) (?:know(?: of)?|have)|"
    r"(?:that )?(?:i|we) should (?:know|hear)(?: (?:about|of))?))?"
)
_WHEN = r"(?: (?:in |of |for |during |by |since )?(?P<when><when>))?"
_WHEN_TOLD = r" (?:in |of |for |during )?(?P<when><when>)(?: (?:in total|altogether|overall))?"
_DEALS = r"(?:deals?|rounds?|talks|takeovers?|acquisitions?|listings?|news)"
_RUMOURS = r"(?:rumou?rs?|gossip|hearsay)"
_UNSURE = (
    r"(?:(?:only|just|still|merely) )?(?:rumou?red|rumou?rs|unconfirmed|not (?:yet )?confirmed|speculation|in talks)"
)
_WENT = r"(?:departures?|exits?|resignations?|leavers?)"
_MOVES = r"(?:people|personnel|management|staff|leadership|executive|job|c-suite|ceo) (?:changes?|moves?)"
_HOUSES = r"(?:compan(?:y|ies)|firms?|start-?ups?)"
_BOSSES = r"(?:ceos?|chief executives?|executives?|boss(?:es)?)"
_PUT_TO_USE = r"(?:deployments?|roll-?outs?|installations?)"
_GOODS = r"(?P<goods>(?:humanoid )?robots|humanoids|robot dogs|quadrupeds|cobots)"

LISTS: tuple[tuple[Pattern, str], ...] = (
    (
        phrase(rf"{_LIST}(?:{_RUMOURS}|(?:rumou?red|unconfirmed) {_DEALS})(?: going around)?{_TOLD}{_WHEN}"),
        r"list deals that are rumoured \g<when>",
    ),
    (
        phrase(rf"(?:which|what) (?:{_DEALS} )?(?:is|are|was|were) {_UNSURE}{_WHEN}"),
        r"list deals that are rumoured \g<when>",
    ),
    (phrase(rf"{_LIST}{_RUMOURS} (?:about|on|around|of|concerning|at) {NAME}"), r"rumoured deals of \g<name>"),
    (phrase(rf"{NAME} {_RUMOURS}"), r"rumoured deals of \g<name>"),
    (phrase(rf"what is (?:being )?rumou?red (?:about|at|around|of|with|on) {NAME}"), r"rumoured deals of \g<name>"),
    (phrase(rf"{_LIST}{_WENT} (?:at|from|of) {NAME}{_WHEN}"), r"who left \g<name> \g<when>"),
    (phrase(rf"{NAME} {_WENT}{_WHEN}"), r"who left \g<name> \g<when>"),
    (
        phrase(
            r"(?:did|has|have) (?:anyone|anybody|someone|somebody|people) (?:leave|left|quit|gone from) "
            rf"{NAME}{_WHEN}"
        ),
        r"who left \g<name> \g<when>",
    ),
    (
        phrase(
            rf"(?:{_LIST}{_MOVES}|(?:which|what) {_HOUSES} (?:changed|replaced|lost|swapped) (?:(?:their|its|a|the) )?"
            rf"{_BOSSES}|(?:which|what) {_BOSSES} (?:changed|were replaced)){_WHEN}"
        ),
        r"people news \g<when>",
    ),
    (
        phrase(
            rf"(?:{_LIST}{_PUT_TO_USE}|where (?:are|do) {_GOODS} (?:(?:already|actually|now|being) )?"
            rf"(?:used|deployed|in use|at work|work|working)|(?:who|(?:which|what) {_HOUSES}) (?:already )?"
            rf"(?:uses?|deploys?|employs?|(?:has|have) deployed) (?:humanoids|(?:humanoid )?robots)){_TOLD}{_WHEN}"
        ),
        r"list deployments \g<when>",
    ),
    (phrase(rf"(?:(?:which|what) )?{_GOODS} (?:at|inside) {NAME}"), r"\g<goods> in use at \g<name>"),
    (
        phrase(
            rf"(?:which|what) {_GOODS} (?:can|could) (?:already |actually )?be (?:bought|ordered|purchased)"
            r"(?: (?:now|today))?"
        ),
        r"prices of \g<goods>",
    ),
    (
        phrase(
            r"(?:(?:which|what|whose) |where do )(?:the )?(?:forecasts?|predictions?|estimates?) "
            r"(?:disagree|differ|conflict|diverge)"
        ),
        "list forecasts",
    ),
    (
        phrase(
            rf"how many {_GOODS} (?:will|would|could|might|may|should) (?:there )?(?:be|exist)"
            r"(?: (?:in use|at work|around|sold))? (?:in |by |until )?(?P<when><when>)"
        ),
        r"forecasts of units of \g<goods> in \g<when>",
    ),
    (
        phrase(
            r"(?:(?:what|who|which) is )?(?:the )?(?:next|upcoming|coming|planned|closest)(?: (?:to|in line for))?"
            r"(?: an?| the)? (?:ipos?|listings?|flotations?)|who (?:goes|lists|floats)(?: public)? next|"
            rf"which (?:(?:one )?of (?:these|those|the|them) )?(?:{_HOUSES} )?is (?:the )?closest to (?:an? )?"
            r"(?:ipo|listing|going public)"
        ),
        "who is going public",
    ),
    (
        phrase(
            r"(?:who|which (?:company|startup|firm)) (?:has|got) (?:raised )?(?:the )?most (?:money|funding|capital)"
            r"(?: (?:in|of|among|for) (?:all |the )?(?:humanoids?|robots?|robotics|this field|them|the field))?"
        ),
        "which company raised the most money",
    ),
    (
        phrase(
            r"(?:(?:what is )?(?:the )?total (?:amount of )?(?:funding|financing|money raised|capital raised)|"
            r"how much (?:money |funding |capital )?(?:was|has been|did (?:they|everyone|everybody)) raised?"
            rf"(?: (?:in total|altogether|overall))?){_WHEN_TOLD}"
        ),
        r"sum of rounds in \g<when>",
    ),
    (
        phrase(
            r"(?:which|what) (?:banks?|analysts?|firms?|researchers?|houses|institutions) "
            r"(?:made|have|published|gave|issued) (?:forecasts?|predictions?|estimates?)"
        ),
        "list forecasts",
    ),
    (
        phrase(
            r"(?:who (?:should|could|can) (?:i|we) (?:know|meet|talk to|contact)|(?:who are )?(?:the )?"
            rf"(?:(?:key|important|main) )?(?:people|names|players)(?: to know)?) (?:at|in|of) {NAME}"
        ),
        r"who works at \g<name>",
    ),
    (phrase(rf"how is {NAME} doing financially"), r"figures of \g<name>"),
    (
        phrase(
            r"(?:(?:key|financial|business|main|all|the|list|show) ){0,3}(?:figures|numbers|metrics|financials|kpis) "
            rf"(?:of|for|on|from) {NAME}"
        ),
        r"figures of \g<name>",
    ),
    (
        phrase(rf"{NAME} (?:(?:key|financial|business) )?(?:figures|numbers|metrics|financials|kpis)"),
        r"figures of \g<name>",
    ),
)
"""Each turn of phrase with the plainer words for it, in which names and periods are marks."""
