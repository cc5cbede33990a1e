"""Plain questions on a person: what they say, where they studied, whether they are still there, when they left."""

from __future__ import annotations

from bot.answers.proof.everyday.row import THEIRS, THEY, Everyday, near, row

_POSTS = (
    r"ceo|cto|cfo|coo|cpo|chief|president|chair(?:man|woman|person)?|head|director|founder|co-?founder|boss|partner|"
    r"lead(?:er|s|ing)?|runs?|vice|vp|professor|scientist"
)
_SPOKE = (
    r"sa(?:id|ys|y|ying)|told|tells|telling|not(?:ed|es)|add(?:ed|s)|argu\w+|believ\w+|think(?:s|ing)?|thought|"
    r"explain\w*|emphasi\w+|describ\w+|stat(?:ed|es|ing|ement)|according to|warn\w*|expect\w*|predict\w*|"
    r"call(?:s|ed|ing)|wrote|writ(?:es|ing|ten)|post(?:ed|s)|tweet\w*|stress\w*|point(?:s|ed) (?:out|to)|claim\w*|"
    r"reveal\w*|announc\w*|admit\w*|remark\w*|comment\w*|quot\w*|put it|insist\w*|highlight\w*|acknowledg\w*|"
    r"suggest\w*|declar\w*|confirm\w*|vow\w*|promis\w*|interview\w*|hop(?:es|ed)|view(?:s|ed)?|mention\w*|express\w*|"
    r"agree\w*|doubt\w*|like(?:s|ned)|compar\w+|envision\w*|ask(?:s|ed)|see(?:s|n)"
)

PEOPLE: tuple[Everyday, ...] = (
    row(
        "said",
        (
            rf"what (?:does|do|did|has|had) {THEY} (?:say|said|think|thought|tell|told|claim|believe|predict)"
            r"(?: (?:about|of|on) [a-z -]{3,40})?",
        ),
        (*near(_SPOKE, "§"), r"[\"“„「]|说|表示|认为|称|指出|透露|强调"),
    ),
    row(
        "studied",
        (
            rf"(?:where|what|which university|what subject) (?:did|has|was|is) {THEY} (?:study|studied|graduate|"
            rf"graduated|"
            r"educated|go to (?:university|school|college))(?: from| at| in)?",
            rf"{THEIRS} (?:education|alma mater|degrees?)",
        ),
        (
            *near(
                r"stud(?:y|ied|ies|ying|ents?)|graduat\w+|degrees?|ph\.?\s?d|doctor\w*|master['’]?s?|mba|bachelor\w*|"
                r"alumn\w+|universit(?:y|ies)|college|school|institute of technology|educated|dropped out|thesis|"
                r"majored|"
                r"professor"
            ),
            r"毕业|大学|博士|学",
        ),
    ),
    row(
        "founded_by",
        (
            rf"what (?:did|has) {THEY} (?:co-?)?(?:found|founded|start|started|set up|create)|(?:which|"
            rf"what) compan(?:y|ies) (?:did|has) {THEY} (?:co-?)?(?:found|founded|start|started)",
        ),
        (
            *near(
                r"(?:co-?)?found(?:s|ed|er|ers|ing)?|set up|start(?:ed|s|ing|-?ups?)?|establish\w*|launch\w*|"
                r"creat\w*"
            ),
            r"创",
        ),
    ),
    row(
        "gone",
        (
            rf"(?:when|why) (?:did|has|had|will|does) {THEY} (?:leave|left|quit|resign(?:ed)?|step(?:ped)? down|"
            rf"depart(?:ed)?|"
            r"retire[d]?)(?: (?:as|from) [a-z<0-9>' ]{2,30})?",
        ),
        (
            *near(
                r"left|leav(?:e|es|ing)|resign\w*|depart\w*|step(?:s|ped|ping)? (?:down|aside|back)|quit\w*|exit\w*|"
                r"retir\w*|until|former(?:ly)?|ousted|fired|replaced|succeed\w*|last day|moved? on"
            ),
            r"离|辞",
        ),
    ),
    row(
        "still",
        (rf"is {THEY} (?:still|now|currently) (?:the |its |their )?(?:{_POSTS})(?: [a-z]+)?(?: (?:of|at) .*)?",),
        (*near(_POSTS), r"[总长裁]"),
    ),
)
"""Of people."""
