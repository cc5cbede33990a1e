"""How a text says that a product comes out: verbs, nouns and turns of phrase, as patterns over typed text."""

from __future__ import annotations

import re

from bot.extraction.products.nouns import PRODUCT_NOUN
from bot.extraction.text.typed import FILL, WORD

VERB = (
    r"(?:(?:re)?launch(?:e[sd]|ing)?|unveil(?:s|ed|ing)?|releas(?:es?|ed|ing)|introduc(?:es?|ed|ing)|"
    r"present(?:s|ed|ing)?|debut(?:s|ed|ing)?|open(?:ed|s)?[- ]sourc(?:es?|ed|ing)|"
    r"announc(?:es?|ed|ing)|reveal(?:s|ed|ing)?|show(?:s|ed|ing|n)?(?: off| for the first time)?|"
    r"showcas(?:es?|ed|ing)|exhibit(?:s|ed|ing)?|display(?:s|ed|ing)?|premier(?:es|ed)|"
    r"br(?:ought|ings?|inging)(?: out)?(?: to market)?|roll(?:s|ed|ing)? out|publish(?:es|ed|ing)?|"
    r"teas(?:es?|ed|ing)|threw|take[ns]? the wraps off|took the wraps off|"
    r"(?:lift|rais|pull)(?:s|ed)? (?:back )?the (?:veil|curtain|lid) (?:on|from|off)|promis(?:es?|ed)|open(?:s|"
    r"ed)?(?: up)? the (?:weights|"
    r"source|code)(?: and [a-z]+)? of|be(?:gan|gins?) (?:selling|shipping|deliveries of)|"
    r"start(?:s|ed) (?:selling|shipping|(?:pre-?)?(?:sales?|orders?|deliveries) of)|ma(?:de|kes?) (?:public|available)|"
    r"open(?:s|ed)? (?:pre-?)?(?:orders?|sales?|bookings?) (?:for|of))"
)
OF = r"(?:(?:version|generation|edition|variant|weights|code|series|family|successor|prototype|range|line) (?:of|to) )"
DESC = (
    rf"(?:[\"“]?(?:{WORD}|<o\d+>(?:'s?)?|<l\d+>(?:'s?|-based)?|<m\d+>)[\"”,]? |{OF}|(?:called|named|dubbed|"
    rf"code-?named|christened)(?: here)?(?: as)? (?:the )?|of <o\d+>'s ){{0,9}}?"
)
NAMED = (
    rf"(?:[\"“']?<p(?P<p>\d+)>|(?:\b{PRODUCT_NOUN},? (?:called |named |dubbed |christened |known as )"
    rf"?(?:the )?|\b(?:called|named|dubbed|christened|code-?named)(?: here)?(?: as)? (?:the )?|"
    r"\b(?:weights|code) of )[\"“']?<o(?P<q>\d+)>(?!'))"
)
BRIDGE = (
    rf"[\"”'*]?(?: \([^()]*\))?(?: (?!who\b){WORD}){{0,3}}?(?: (?:from|by|of) (?:{WORD} ){{0,3}}?(?:<[lo]\d+>'s? )"
    rf"?(?:{WORD} ){{0,3}}?<o\d+>)?(?:,? (?:which|that))?(?:, (?:an?|the|which|its|one|made|built|"
    rf"developed)\b[^;.]{{2,90}}?,|, [^;.<]{{2,80}}?,|, (?:with )?\d[^;.<]{{0,40}}"
    rf"(?:<[a-z]\d+>[^;.<]{{0,40}})?,|, (?:<m\d+>|[^;.<]{{2,30}}<m\d+>[^;.<]{{0,20}}),)?"
    r"(?: \([^()]*\))?(?: [–—-])?,? "
)
ACTIVE = re.compile(rf"\b(?P<verb>{VERB}) (?:out )?(?:for the first time )?{DESC}{NAMED}")
MORE = re.compile(
    rf"[\"”]?(?: {WORD}){{0,3}}?(?:\s\([^()]*\))?(?:,? (?:and|together with|along with|as well as|with(?= an? )|"
    rf",)|,(?: "
    rf"an?| which| the)[^,;.]{{0,90}}?,? (?:and|together with|along with)) {DESC}{NAMED}(?!'s? "
    rf"(?:robots?|models?))"
)
PASSIVE = re.compile(
    rf"<(?P<k>[po])(?P<p>\d+)>(?P<gap>{BRIDGE})(?P<fill>{FILL})(?P<verb>launched|unveiled|released|"
    rf"introduced|presented|debuted|announced|revealed|shown|showcased|exhibited|published|"
    rf"open[- ]sourced|made public|brought out|rolled out|displayed|teased|promised|expected|put on "
    rf"(?:sale|the market)|brought to market)\b(?! to | as (?:chief|creative|head|ceo)| that)"
)
SALE = re.compile(
    rf"<(?P<k>[po])(?P<p>\d+)>(?P<gap>{BRIDGE}){FILL}(?P<verb>c[ao]me(?:s)? out|coming out|(?:went|goes?|"
    rf"going|gone|been)? ?on (?:general )?(?:sale|pre-?order|pre-?sale|the market)(?! of)|"
    rf"ma(?:de|kes?|king) (?:its|<\w+>'s) (?:{WORD} ){{0,3}}(?:debut|appearance|entrance|premiere)|"
    rf"debut(?:s|ed)|hits? (?:the )?(?:<l\d+> |{WORD} )?(?:shelves|shops|stores|markets?)|"
    rf"reach(?:es|ed)? (?:the )?(?:<l\d+> |{WORD} )?(?:shelves|shops|stores|markets?|customers|households|"
    rf"buyers)|follow(?:s|ed)?\b|arriv(?:es?|ed)|ships?\b|shipped|shipping|due|available|out\b|sold\b|for "
    rf"sale|"
    rf"c[ao]me to (?:the )?market|taped out|tapes out|can be (?:had|bought|ordered|downloaded|pre-?ordered)|"
    rf"(?:went|goes|go|gone) into (?:mass |series |volume )?production|mass[- ]produced|"
    rf"(?:will )?meet everyone|in (?:<l\d+> )?shops|ready for sale|enter(?:s|ed)? (?:mass |series )?production)"
)
NOUN = re.compile(
    rf"\b(?:launch|release|debut|unveiling|introduction|premiere|roll-?out|presentation|start of sales) of "
    rf"{DESC}{NAMED}"
)
AS = re.compile(
    r"\b(?P<verb>launched|released|introduced|sold|marketed|unveiled|presented) (?:(?:in |on )?<d\d+> )"
    r"?(?:as|under the name(?: of)?) (?:the )?[\"“]?<(?P<k>[po])(?P<p>\d+)>(?!'|,? (?:ceo|chief))"
)
COLON = re.compile(rf"(?:\b|\A)(?P<verb>{VERB})\b[^;:]{{0,110}}: {DESC}{NAMED}", re.IGNORECASE)
TO_BE = re.compile(
    r"<(?P<k>p)(?P<p>\d+)>[^;.]{0,100}?, (?P<verb>to be (?:open-?sourced|launched|released|unveiled|sold|"
    r"shown|presented|put on sale))"
)
SELLING = re.compile(
    r"<(?P<k>p)(?P<p>\d+)>[^;.]{0,100}?<o(?P<maker>\d+)> (?P<verb>(?:has been|wants? to|plans? to|will|"
    r"hopes? to|is to|began|intends? to|started) (?:begin |start |been )?(?:sell(?:ing)?|ship(?:ping)?|"
    r"launch(?:ing)?|release))\b(?=[^;.]{0,40}<d\d+>)"
)
COMES = re.compile(rf"\b[Tt]ogether with [^,;.]{{0,50}} (?P<verb>comes?|came) {DESC}{NAMED}")
NEW = re.compile(
    rf"\b(?P<verb>(?:newest|latest|new|next)) (?:{WORD} ){{0,3}}?(?:{PRODUCT_NOUN}|version|generation|"
    rf"product|creation),? (?:is )?(?:called |named |dubbed )?(?:the )?{NAMED}",
    re.IGNORECASE,
)
THEN = re.compile(rf"[^;.]{{0,60}}?,? (?:and|then|followed) (?:in |on |by )?<d(?P<d>\d+)> (?:by )?{DESC}{NAMED}")
THING = re.compile(
    rf"(?:\b(?:the|its|this|<o\d+>'s) (?:{WORD} ){{0,3}}{PRODUCT_NOUN}(?: {WORD})?,? {FILL}|<o(?P<it>\d+)> "
    rf"{FILL}|\A(?:it )?)(?P<verb>launched|unveiled|released|introduced|presented|announced|shown|brought "
    rf"out|made public|on sale|come[s]? out|came out|went on sale|"
    rf"in (?:<l\d+> )?shops|promised one)\b(?= (?:at|in|on|by|this|last|for|from|to|<d)|[,.])",
    re.IGNORECASE,
)
OWN = re.compile(
    r"<p(?P<p>\d+)>(?:'s?)? (?P<verb>launch|release|debut|unveiling|premiere)\b(?! (?:pad|partner|customer))"
)
PUT = re.compile(
    rf"\b(?P<verb>put(?:s|ting)?|made|make[s]?|place[sd]?) {DESC}{NAMED}[^;.]{{0,60}}? (?:on (?:sale|the "
    rf"market|<o\d+>|<p\d+>)|ready for sale|available|to market|open to)"
)
ORDER = re.compile(
    rf"\b(?P<verb>can (?:now )?(?:order|buy|pre-?order)) {DESC}{NAMED}[^;.]{{0,30}}?(?:as of|from|since) <d\d+>"
)
NEEDS_DATE = re.compile(r"follow|arriv|ship|due|available\Z|out\Z|sold|meet|expected|promis")
REDUCED = re.compile(
    r",? (?:in|at|on|by|this|last|<d|to|for|with|and|earlier|yesterday|as|only|behind)\b|,? <d|[,.;)]|\Z"
)
CODE = re.compile(r"[\w-][ -]?\d[\w.]{0,3}\Z")
PLURAL = re.compile(r"\b(?:robots|humanoids|machines|models|arms|products)\Z")
NEVER = re.compile(r"\b(?:never|not|no)\b[^,;.<]{0,30}\Z")
UNNAMED = re.compile(
    rf"\b(?P<verb>{VERB}) (?:(?:its|a|an|the|<o\d+>'s) )(?:{WORD} ){{0,5}}?{PRODUCT_NOUN}\b(?![^;.]*<p)"
)
NAMING = re.compile(
    rf"(?:\b(?:called|named|dubbed|christened|goes by the name(?: of)?|name(?: is|,))|\A(?:the|its) "
    rf"(?:{WORD} ){{0,3}}{PRODUCT_NOUN},) [\"“]?<(?P<k>[po])(?P<p>\d+)>",
    re.IGNORECASE,
)
COMING = re.compile(
    rf"\b(?P<verb>(?:is|are|was|were|been) (?:also |now |currently |already |still )*(?:training|developing|designing|"
    rf"preparing|readying|working on)|will (?:also |then |soon )?(?:sell|ship|offer|bring out)(?: you)?) {DESC}{NAMED}"
)
"""Still to come, or in the making."""
BEING = re.compile(
    rf"<(?P<k>[po])(?P<p>\d+)>[\"”']?(?: \([^()]*\))?(?: {WORD}){{0,3}}?,? (?:is|are) (?:now |currently |also |still )*"
    r"(?P<verb>being (?:developed|trained|designed|built|readied|prepared)|in (?:development|the works|"
    r"pre-?production))\b"
)
RELATIVE = re.compile(
    r"<(?P<k>[po])(?P<p>\d+)>[\"”']?,? (?:which|that) (?:[^;.<]|<[a-z]\d+>){0,70}? and (?P<verb>published|released|"
    r"open-?sourced|made public|unveiled|launched)\b"
)
ANOTHER = re.compile(
    rf"\b(?P<verb>[Aa]n? (?:smaller|cheaper|larger|bigger|lighter|second|third|new|newer|follow-up|successor|wheeled))"
    rf"(?: (?:{WORD}|for|to|of)){{0,6}}?,? (?:code-?named|called|named|dubbed) {NAMED}"
)
FIRST = re.compile(
    rf"\b(?P<verb>first (?:commercial |own |in-house )?(?:product|hardware|robot|machine|humanoid|chip))(?:,|:)"
    rf" (?:the |an? |its )?(?:{WORD} ){{0,4}}?{NAMED}(?=[,;.])",
    re.IGNORECASE,
)
"""Dated, a first product is a launch ("its first product, the Foo, was delivered in 2013")."""
ROW = re.compile(r"\A\W*<(?P<k>[po])(?P<p>\d+)> ?\| ?(?P<verb>(?:planned |expected |due |since )?(?=<d\d+> ?\|))")
"""A row of a table of products: its name, then when it came out."""
NEAR = re.compile(
    r"\b(?:presented|shown?|showed|demonstrat\w*|exhibit\w*|prototype|new|first|latest|next|second|successor|version|"
    r"generation|called|named|dubbed|code-?named|christened|delivering|shipping|deliveries)\b"
)
"""Words of coming out and of first naming, which do not tell enough by their own construction."""
