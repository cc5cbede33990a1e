"""Plain questions on a product: when it came, how large it is, how long it runs, what it carries, where it works."""

from __future__ import annotations

from bot.answers.proof.everyday.row import THEIRS, THEY, Everyday, near, row

_DONE_WITH = (
    r"us(?:e|es|ed|ing|ers?)|deploy\w*|work(?:s|ed|ing)?|operat\w*|pilot\w*|test(?:s|ed|ing)?|trial\w*|install\w*|"
    r"customers?|adopt\w*|deliver\w*|employ\w*|assist\w*|help\w*|patrol\w*|put to|stationed|serv(?:e|es|ing)|"
    r"running|in (?:the )?(?:factor|hospital|home|warehouse|plant|restaurant|store|hotel)\w*"
)
_SHIPPED = (
    r"ship\w*|deliver\w*|sold|sales|sells?|selling|produc\w*|manufactur\w*|made|mak(?:es?|ing)|buil[dt]\w*|order\w*|"
    r"roll\w* off|deploy\w*|install\w*|output|capacity"
)

_STUFF = (
    r"made (?:of|from|out of)|materials?|alumini?um|steel|carbon|plastics?|magnesium|titanium|fabrics?|textiles?|"
    r"rubber|"
    r"silicone|covers?|shells?|composites?|alloys?|skin"
)

GOODS: tuple[Everyday, ...] = (
    row(
        "launched",
        (
            rf"when (?:was|were|did|is|will|does) {THEY} (?:be )?(?:launched?|released?|announced?|presented?|"
            rf"unveiled?|"
            r"introduced?|shown|debuted?|revealed?|come out|came out|out|coming)",
            rf"{THEIRS} (?:launch|release) date",
        ),
        (
            *near(
                r"launch\w*|unveil\w*|debut\w*|introduc\w*|releas\w*|announc\w*|present(?:s|ed|ing|ation)?|"
                r"reveal\w*|shown|"
                r"show(?:s|ed|cas\w+)|roll(?:ed|s|ing)? out|on sale|available|ship(?:s|ped|ping)?|deliver\w*|built|"
                r"(?:came|come|coming) out|demonstrat\w*|pre-?order\w*|generation|发布|推出|亮相",
                "§",
            ),
        ),
        dated=True,
    ),
    row(
        "height",
        (rf"how (?:tall|high) is {THEY}|{THEIRS} height|what is {THEIRS} height",),
        (
            r"\d ?-?(?:m|cm|mm|metres?|meters?|centimet\w+|feet|foot|ft|inch(?:es)?)\b|\d['’′\"]\d?|\btall\b|\bwaist|"
            r"\bheight of\b|[米高]",
        ),
    ),
    row(
        "battery",
        (
            rf"how long (?:does|do|can|will) (?:the batter(?:y|ies) of {THEY}|{THEIRS} batter(?:y|ies)|"
            rf"{THEY}) (?:last|run|"
            rf"work|"
            rf"operate)(?: (?:on|for|per) [a-z ]{{2,20}})?|{THEIRS} battery(?: life)?",
        ),
        (r"\b(?:batter\w+|charg\w+|runtime|run time|endurance|hours?|minutes?)\b|续航|电池",),
    ),
    row(
        "payload",
        (
            rf"how much (?:can|does|could|will) {THEY} (?:carry|lift|hold|bear)|{THEIRS} payload|what (?:is|"
            rf"can) {THEIRS} payload",
        ),
        (r"\b(?:payload\w*|carr(?:y|ies|ied|ying)|lift\w*|loads?|hold\w*)\b|负载|负重",),
    ),
    row(
        "weight",
        (rf"how heavy is {THEY}|how much does {THEY} weigh|{THEIRS} weight",),
        (r"\d ?-?(?:kg|kgs|kilos?|kilogram\w*|pounds?|lbs?|tonnes?|tons?|grams?|g)\b|\bweigh\w*|[重斤]",),
    ),
    row(
        "speed",
        (rf"how fast (?:is|can|does) {THEY}(?: (?:walk|run|go|move|drive))?|{THEIRS} (?:top )?speed",),
        (r"\d ?-?(?:km/h|kph|mph|m/s|kilomet\w+|met(?:er|re)s|miles|feet)\b|\bspeeds?\b|\bfast(?:er|est)?\b|速度",),
    ),
    row(
        "freedom",
        (
            rf"how many (?:degrees of freedom|dof|joints|actuators|motors) (?:does|do|has) {THEY} (?:have|got)?|"
            rf"{THEIRS} (?:dof|degrees of freedom)",
        ),
        (r"\bdegrees? (?:of )?(?:active )?freedom\b|\bdofs?\b|\bjoints?\b|\bactuators?\b|\bmotors?\b|自由度|关节",),
    ),
    row(
        "chip",
        (
            rf"(?:which|what) (?:chips?|processors?|computers?|soc|gpu) (?:is|are|runs?|sits?|powers?)(?: in|"
            rf" inside)? {THEY}",
        ),
        near(r"chips?|processors?|soc|jetson|orin|thor|gpus?|cpus?|comput\w+|tops|芯片"),
    ),
    row(
        "stuff",
        (
            rf"what (?:is|are) {THEY} made (?:of|from|out of)|(?:which|what) materials? (?:is|are) {THEY} made (?:of|"
            rf"from)",
        ),
        near(_STUFF),
        quoted=_STUFF,
    ),
    row(
        "used",
        (
            rf"where (?:is|are|was|were) {THEY} (?:being )?(?:used|deployed|working|in use|employed|at work|installed|"
            rf"tested|"
            r"operating)",
        ),
        (*near(_DONE_WITH), r"使用|部署|应用"),
    ),
    row(
        "shipped",
        (
            r"how many (?:robots?|humanoids?|humanoid robots|units|machines|arms|dogs|vehicles|cars|drones) (?:has|"
            r"have|had|"
            rf"did|does|do) {THEY} (?:already )?(?:shipp?(?:ed)?|sold|sell|deliver(?:ed)?|made|make|buil[dt]|produced?|"
            r"manufactured?|deploy(?:ed)?|install(?:ed)?)",
        ),
        (*near(_SHIPPED), r"[出交]货|交付|销|产"),
        quoted=_SHIPPED,
    ),
)
"""Of products, and of how many a company shipped."""
