"""Plain questions on the money of a company: who put it in, how much of it, who led, and what is planned with it."""

from __future__ import annotations

from bot.answers.proof.everyday.row import GAP, THEIRS, THEY, Everyday, near, row

_GOT = (
    r"rais(?:e|es|ed|ing)|secur(?:e|es|ed|ing)|clos(?:e|es|ed|ing)|complet(?:e|es|ed|ing)|receiv(?:e|es|ed|ing)|"
    r"land(?:ed|s)|(?:is|was|are|been|be) (?:\w+ )?(?:backed|funded|financed)|rounds?|funding|financing|seed|"
    r"series [a-h]|capital|got|brought in|took in|attract\w*|backers?|investors (?:include|are|in)|-backed"
)
_PUT_IN = (
    r"(?:invest(?:ed|s|ing|ments?|ors?)?|stakes?|shares|shareholders?|bet(?:s|ting)?|money|capital|million|billion)"
    r" (?:[^;¤]{0,30} )?(?:in|into|of|on) (?:[\w-]+ ){0,3}§|"
    r"(?:back(?:s|ed|ing)|fund(?:s|ed)|financ(?:ed|es)|owns?|support(?:s|ed)) (?:[\w-]+ ){0,3}§"
)

MONEY: tuple[Everyday, ...] = (
    row(
        "investors",
        (
            rf"who (?:has |have |all )?(?:invested|invests|put money|is invested|are invested) (?:in|into) {THEY}",
            rf"who (?:backs|backed|funds|funded|finances|financed|is backing) {THEY}|{THEIRS} (?:investors?|backers?|"
            rf"funding)",
            rf"who (?:are|is|were) {THEIRS} (?:main |biggest |lead |largest )?(?:investors?|backers?|shareholders?)",
        ),
        (
            rf"(?<!\w)(?:{_PUT_IN})|§{GAP}(?<!\w)(?:{_GOT}|shareholders?|investors)(?!\w)",
            r"\b(?:led|took part|participat\w+|joined)\b[^;]{0,60}§(?:'s)? [^;]{0,40}\b(?:round|financing|funding|"
            r"raise|series|"
            r"seed)|投|融",
        ),
    ),
    row(
        "raised",
        (
            rf"how much (?:money |funding |capital )?(?:has|have|did|does) {THEY} (?:raised?|secured?|received?|"
            rf"taken in)",
            rf"(?:total )?(?:funding|money raised) (?:of|by|for) {THEY}|{THEIRS} total funding",
        ),
        (rf"§{GAP}(?<!\w)(?:{_GOT})(?!\w)|\b(?:{_GOT})\b[^;¤]{{0,60}}?§|(?<!\w)(?:{_PUT_IN})|融|募",),
    ),
    row(
        "lead",
        (
            rf"who led {THEIRS}(?: (?:latest|last|newest|most recent|recent|first|seed|current|new|<round>))*"
            r"(?: (?:round|funding round|financing|financing round|funding|raise|<round>))",
        ),
        (
            r"\b(?:co-?)?led by\b|\blead(?:ing)? (?:investors?|the (?:round|financing|investment|funding))\b|领投",
            r"\b(?:co-?)?(?:led|leads?)\b[^;]{0,50}\b(?:round|financing|funding|series|seed)\b|\b(?:co-?)?led (?:§|"
            r"its)",
        ),
    ),
    row(
        "plans",
        (
            rf"what (?:does|do|is|are|will|did) {THEY} (?:plan|planning|want|aim|intend|target|expect|do|doing|launch)"
            r"(?: (?:to do|for|by|in))? <when>",
        ),
        (
            r"\b(?:plan\w*|aim\w*|target\w*|intend\w*|will|expect\w*|by|want\w*|goals?|scal\w+|to (?:be|start|reach|"
            r"begin)|"
            r"schedul\w*|launch\w*|slated|due|next)\b|[将拟计]",
        ),
        of_year=True,
    ),
    row(
        "started",
        (
            rf"when (?:did|does|will|is) {THEY} (?:start|begin|to start|starting) (?:shipping|deliveries|delivering|"
            rf"selling|"
            r"sales|production|producing|mass production|making robots)",
        ),
        near(
            r"ship(?:s|ped|ping|ments?)?|deliver\w*|produc\w*|sold|sales?|sell(?:s|ing)?|orders?|roll\w* out|mass|"
            r"pre-?orders?|量产|交付|出货"
        ),
        dated=True,
    ),
    row(
        "delayed",
        (
            rf"why (?:did|does|has|have|is|was|were) {THEIRS}(?: (?:launch|release|ipo|listing|start))? (?:delay(?:ed|"
            rf"ing)?|"
            r"postponed?|push(?:ed)? back|put off|late)(?: (?:its|the|their) [a-z ]{3,30})?",
        ),
        near(
            r"delay\w*|postpon\w*|push(?:ed|es|ing)? (?:\w+ ){0,3}back|behind schedule|put off|deferr\w*|not ready|"
            r"setbacks?|slipp(?:ed|ing) (?:to|into|by)|later than|推迟|延"
        ),
    ),
)
"""Of what companies raised and plan."""
