"""The words that takeovers are told with, over masked text."""

from __future__ import annotations

import re

from bot.extraction.deals.financing import DESC, NAME, PEOPLE_OF

BUYING = re.compile(
    r"\b(?:t(?:ook|akes?|aken|aking) over|t(?:ook|akes?|aken|aking) (?:full )?control of|gain(?:s|ed) control of|"
    r"snap(?:s|ped|ping) up|"
    r"scoop(?:s|ed) up|pick(?:s|ed) up|b(?:ought|uys?|uying)(?: out| up| back)?|gobbl(?:es|ed) up|swallow(?:s|ed|"
    r"ing)?|acquir(?:es?|ed|ing)|"
    r"purchas(?:es?|ed|ing)|absorb(?:s|ed|ing)?|courts)\b"
)
UNIT_NOUN = r"(?:business(?:es)?|unit|division|arm|operations?|subsidiary|branch|activities|assets|portfolio)"
UNIT_OF = re.compile(
    rf"\A(?:the |an? |<n\d+>'s )?(?P<unit>(?:(?!the )[\w-]+ ){{1,4}}{UNIT_NOUN}) of "
    rf"(?:the )?(?:(?:[A-Z]?[a-z][\w-]*|<n\d+>'s?) ){{0,5}}?<n(?P<owner>\d+)>"
)
OWNED_UNIT = re.compile(
    rf"\A(?:[a-z][\w-]* ){{0,4}}<n(?P<owner>\d+)>(?:'s?|s') (?P<unit>(?:[\w-]+ ){{0,4}}{UNIT_NOUN})\b(?! <n)"
)
HOLDERS = re.compile(
    r"\A(?:all of |the )?<n(?P<holder>\d+)>(?:'s?|s') (?P<what>(?:[\w.%-]+ ){0,6}?(?:stakes?|holdings?|"
    r"interests?|shares?|"
    rf"shareholding|\d[\d.]* ?(?:%|per ?cent|percent))) (?:in|of) {DESC}<n(?P<target>\d+)>"
)
"""What somebody holds of another: "the acquisition of Foo's remaining 9% stake in Bar" is one of Bar, by Foo's hand."""
NEAR = (
    r"(?:(?!(?:from|with|by|to|for|on|at|in|of|and|or|that|which|who|is|was)\b)"
    rf"(?:[a-z0-9\"][\w'&+\"-]*|[A-Z][\w]+-based|[A-Z]{{2,5}}|<n\d+>(?:-based|'s?)?|{PEOPLE_OF}) ){{0,6}}?"
)
PORTION = (
    r"(?:(?:an? |the |up |about |over |more |than |nearly |"
    r"at least |additional |remaining |controlling |majority |another |all |"
    r"wholly |"
    r"rest |whole |outstanding |"
    r"issued |of the )*"
    r"(?:\d[\d.]* ?(?:%|per ?cent|percent)|stake|holding|majority|all|whole|rest|shares|equity|"
    r"capital)[^<;.]{0,60}? (?:of|"
    r"in) )?"
)
TARGET = re.compile(
    rf"\A(?:, by [^,]*, )?{PORTION}{NEAR}[\"“*]*{NAME}"
    r"(?!'s? (?:robots?|shares|stock|products?|machines|humanoids|latest|team|old|former)|-made| humanoids?\b|"
    r" robots\b|s\b)"
)
RIVAL = re.compile(
    rf"\A(?:[a-z-]+ )*<n\d+>'s (?:[\w-]+ ){{1,4}},? ?{NAME}|\A(?:[a-z-]+ )*<n\d+>'s [\w-]+(?: [\w-]+){{0,3}} ?, {NAME}"
)
NOT_TARGETS = re.compile(
    r"\b(?:\d+ (?:more )?(?:of|robots|units|machines)|robots|humanoids|chips|components|parts|shares?|stock|time|"
    r"land|tickets?)\b"
)
NOUN = re.compile(r"\b(?:acquisition|take-?over(?: bid| approach| offer)?|purchase|buy-?out|bid|offer)\b")
PAID = re.compile(
    rf"\b(?:pa(?:y|ys|id|ying)|hand(?:s|ed)? over|offer(?:s|ed)|bid|"
    rf"spen[dt]) <m\d+>(?: (?!for)[a-z]+){{0,6}}(?: <m\d+>(?: (?!for)[a-z]+){{0,3}})? for (?={PORTION}{DESC}<n)"
)
SOLD = re.compile(
    rf"\b(?:s(?:ell|ells|old|elling)|offload(?:s|ed)|divest(?:s|ed)|hand(?:s|ed)? over|dispos(?:es|"
    rf"ed) of) (?P<what>[^;.]{{0,90}}?),? to {DESC}{NAME}"
)
PASSED = re.compile(
    rf"\b(?:goes|went|pass(?:es|ed)(?: on)?|was sold|were sold|gone|has passed|have passed)(?: again|"
    rf" back)? to {DESC}{NAME}"
)
BELONGS = re.compile(
    rf"\b(?:owned|belong(?:s|ed)?)(?: (?:since )?<d(\d+)>)? (?:by|to) {DESC}{NAME}(?: since <d(\d+)>)?"
)
WHICH = re.compile(
    rf"{NAME},? (?:(?:an? |the )[^;.<]{{0,40}}(?:<n\d+>[^;.<]{{0,20}})?(?:firm|company|startup|maker|business|"
    rf"specialist|unit)[^;.<]{{0,20}} )?(?:that|which) "
    rf"{DESC}<n(\d+)> (?:had |has )?(?:[a-z]+ly |later |then |once |since )?"
    rf"(?:took over|taken over|acquired|bought|swallowed|snapped up)\b"
)
MERGES = re.compile(rf"\bmerg(?:es?|ed|ing|er)(?: of [a-z]+)? with {DESC}{NAME}")
MERGED = re.compile(
    r"\b(?:are to (?:merge|combine)|(?:agreement|deal|agreed|plan) to combine|to merge|will (?:merge|combine)|"
    r"agreed (?:to merge|on a merger)|have merged|are merging|"
    r"agree to merge)\b(?! with)"
)
MERGER_OF = re.compile(
    rf"\b(?:merger|fusion|tie-up) (?:of|between) {DESC}<n(\d+)>(?: \([^()]*\))? (?:and|with) {DESC}<n(\d+)>"
)
SHARE = re.compile(r"(\d+(?:\.\d+)?) ?(?:%|per ?cent|percent)")
STAKE = re.compile(
    rf"\b(?:t(?:ook|akes?|aken|aking)|acquir\w+|b(?:ought|uys?|uying)|lift(?:s|ed)|owns?|own|holds?|held|receiv\w+|"
    rf"obtain\w*|get(?:s)?) (?:an? |the |up |<n\d+>'s )?(?:additional |remaining )?"
    rf"(?P<share>\d+(?:\.\d+)?) ?(?:%|per ?cent|percent)(?: (?:stake|holding|interest|share|of the (?:equity|shares|"
    rf"capital)))?,? (?:of|in) {DESC}{NAME}"
)
CONTROL = re.compile(rf"\b(?:controlling|majority) (?:stake|interest|holding|share) in {DESC}{NAME}")
CONTROL_BARE = re.compile(
    r"\b(?:acquir\w+|b(?:ought|uys?)|t(?:ook|akes?)|gain\w*|secur\w+) (?:an? |the )?(?:controlling|majority) "
    r"(?:stake|interest|holding|share)\b(?! (?:in|of) (?:the |its )?(?:[a-z-]+ ){0,3}<n)"
)
"""Control of a house that the text is about, and the sentence does not name."""
LARGEST = re.compile(rf"\bbecom(?:e|es|ing) the (?:largest|biggest|controlling) shareholder of {DESC}{NAME}")
BEFORE_PRICE = re.compile(
    r"\bto <n\d+>: \Z|\b(?:for|at|part(?:s|ed) with|price(?: tag)?[^<;]{0,30}|worth|valued at|pa(?:y|id|ys)|"
    r"consideration[^<;]{0,30}|sum of|offer of|"
    r"cost|bid|total[^<;]{0,20}|"
    r"put (?:a value|<n\d+>'s? offer)[^<;]{0,8})(?: (?:of|at|is|was|about|around|roughly|nearly|some|over|more than|"
    r"up to|as much as|a|total|in|close to|approximately|just))*,? ?\(?\Z"
)
AFTER_PRICE = re.compile(
    r"(?: [\w-]+){0,2} (?:acquisition|takeover|deal|purchase|buy-?out|offer|bid|transaction|sale|in cash|all-cash|"
    r"cash)\b(?! (?:injection|infusion|investment|balance|reserves?|flow|pile)\b)"
)
ROBOT_UNIT = re.compile(r"(?:'s?|s')? (?:industrial )?robot(?:ics|s)? (?:business|unit|division|arm)\Z")
FURTHER = re.compile(
    rf"(?: \((?:<n\d+>|[^()<]*)\)| of <n\d+>(?:, <n\d+>)?,?)?[^<;.]{{0,12}}(?:<m\d+>)?(?:,? and|"
    rf",(?= <n)),? (?:(?:[a-z]+ )*<d\d+>, |[a-z ]+, )?{DESC}[\"“*]*{NAME}(?=[,.;(]| \(| and | of <n|\Z)"
)
"""A second thing bought in one breath ("bought Foo for $3m and, in May, Bar")."""
DESCRIBED = re.compile(
    rf" (?:of|for) the (?:(?:[a-z-]+|{PEOPLE_OF}|<n\d+>-based) ){{0,4}}(?:company|firm|house|startup|maker|"
    rf"business|group|"
    rf"[a-z]*maker|specialist|developer)\b"
)
GOODS = {"patents", "patent", "name", "assets", "brand", "rights", "business", "unit", "division", "arm", "remains"}
HELD = re.compile(
    rf"{NAME}(?: of <n\d+>)?,? in which {DESC}<n(\d+)> (?:has |had )?(?:held|owned|had) "
    rf"(\d[\d.]*) ?(?:%|per ?cent|percent) since <d(\d+)>"
)
BIDDER = re.compile(
    rf"\b(?:takeover|buy-?out|merger|acquisition) (?:approach|bid|offer|proposal|attempt) (?:from|by) {DESC}{NAME}|"
    rf"\b(?:turned (?:away|down)|rebuffed|rejected|spurned|declined|refused) (?:an? |"
    rf"the )?(?:<m\d+> )?(?:[a-z-]+ ){{0,2}}"
    rf"(?:offer|bid|approach|proposal) (?:from|by) {DESC}{NAME}|"
    rf"\b(?:turned (?:away|down)|rebuffed|rejected|spurned) (?:an? [a-z]+ from )?(?=<n){NAME}(?!'s)|"
    rf"\b(?:[Tt]alks|[Nn]egotiations) with {DESC}{NAME} (?:about|over|on) (?:an? |the )?(?:rescue|takeover|sale|merger|"
    rf"purchase|buy-?out)|"
    rf"\b(?:being|be|been) (?:bought|acquired|taken over|swallowed)(?: up)? by {DESC}{NAME}|"
    rf"\b[Tt]he (?:buyer|acquirer|purchaser)\b[^;.]{{0,90}}? (?:is|was) {DESC}{NAME}"
)
BIDDERS = re.compile(
    rf"\b(?:[Bb]idders?|[Ss]uitors?|(?:[Pp]otential|[Pp]ossible|[Ll]ikely|[Ii]nterested) (?:buyers?|acquirers?|"
    rf"bidders?))"
    rf"(?: for {DESC}{NAME})? (?:are|is|were|was|includ(?:e[sd]?|ing)|such as) "
)
COURTING = re.compile(
    r"\b(?P<verb>circling|eyeing|eye[sd]|stalking|wooing|(?:is|are|was) after|ma(?:de|kes?) (?:an? )(?:[a-z-]+ )?"
    r"(?:offer|bid|approach) for|(?:offers?|offered|bids?) <m\d+> for) "
)
PASSED_ON = re.compile(
    rf"{NAME}(?: \([^()]*\))?(?:,? (?:which |that )?(?:was |were |has been |had been |since |then )*sold|"
    rf"(?:'s?)? sale) "
    rf"(?:(?:in |on )?<d\d+> )?to {DESC}<n(\d+)>"
)
SUBSIDIARY = re.compile(
    r"\b(?:became|becomes|become|is now|was made) (?:an? |the )?(?:[a-z-]+ )?<n(\d+)>(?:'s)? subsidiary\b"
)
