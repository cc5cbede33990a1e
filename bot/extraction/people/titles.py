"""The words that titles are made of: their heads, what may stand before them, and what is no part of them."""

from __future__ import annotations

import re

HEAD = (
    r"(?:C[ETOFMIPSRDLA]O|CCO|CHRO|CISO|[SE]?VP|(?i:"
    r"(?:chief|deputy chief) (?:[a-z&-]+ ){0,4}?officers?|chief executives?|chief (?:[a-z]+ )?(?:scientist|engineer|"
    r"technologist|economist|designer|architect|analyst|strategist|roboticist|counsel|researcher|of staff|"
        r"[a-z]+(?: and [a-z]+)? officer)|"
    r"(?!(?:the|its|an?|own|so|their|that|his|her|new|former|and|by|as|of|for|now|become|became|been|named|is|"
        r"was) )[a-z-]+ chief(?! [a-z]+ officer| [a-z]+ and [a-z]+ officer| executive| scientist| engineer|"
        r" technologist| economist| designer| architect| analyst| strategist| roboticist| counsel| of staff|"
        r" researcher| executives)|chief(?= of |,)|deputy(?=,)|"
    r"(?:vice|deputy)[ -](?:president|chair(?:man|woman|person)?|head|director|minister|mayor|principal|dean|"
        r"rector|general manager)s?|"
    r"(?:director|secretary|inspector)s?[ -]general|"
    r"(?:co-?)?(?:president|chair(?:man|woman|person)?|CEO|founders?|(?<!board of )directors?|head|"
        r"(?<!to )(?<!will )(?<!would )lead(?!-| investor| time)|leader)|"
    r"board members?|members? of (?:the|its|<n\d+>'s) (?:[a-z]+ )?board(?: of (?:directors|management))?|"
    r"general counsel|managers?|professors?(?: emerit(?:us|a))?|lecturers?|reader|fellow(?! [a-z])|post-?docs?|"
        r"intern|dean|rector|provost|academician|"
    r"engineers?|scientists?|researchers?|roboticists?|economist|analysts?|strategist|designers?|developers?|"
        r"programmers?|architect|"
    r"technicians?|mechanics?|machinist|lawyer|advis[eo]rs?|consultants?|spokes(?:man|woman|person)|secretary|"
        r"treasurer|minister|"
    r"mayor|governor|(?<!sparring )(?<!business )(?<!life )(?<!dance )partner|(?<=> )colleagues?|principal|"
    r"banker|executives?|boss|foreman|supervisor|editor|commissioner|"
        r"administrator|auditor|"
    r"underwriter|liquidator|representative|trustee|controller|accountant|inspector|superintendent|chancellor|"
        r"sales(?:man|woman)|tutor|teacher|"
    r"representative director|(?:associate|assistant|apprentice|trainee|officer)s?(?= (?:at|in|of|with|to)\b|,)|"
    r"physicist|chemist|mathematician|surgeon|physician|psychologist|historian|"
    r"members? of (?:the )?(?:technical staff|management board|executive board)|"
        r"commander|host|veterans?|employees?|staffers?|alum(?:nus|na|ni)|proprietor))\b"
)  # fmt: skip
NOT_QUALIFYING = re.compile(
    r"(?:"
    r"the|a|an|its|his|her|their|our|my|your|this|that|these|and|or|but|of|as|by|with|to|from|for|in|on|at|"
    r"into|is|was|are|were|be|been|being|become|becomes|became|becoming|remaining|serving|named|appointed|made|hired|elected|said|"
    r"says|say|told|new|former|formerly|ex|now|then|current|currently|previous|previously|once|also|who|which|when|"
    r"where|until|till|since|after|before|incoming|outgoing|retired|late|longtime|two|three|four|five|six|"
    r"seven|both|several|other|another|first|one|only|young|old|while|if|so|because|today|yesterday|"
    r"tomorrow|monday|tuesday|wednesday|thursday|friday|saturday|sunday|later|earlier|recently|has|had|"
    r"have|will|would|not|no|whose|than|about|through|between|like|including|meanwhile|joining|join|joins|"
    r"joined|under|adds|added|asked|according|calls|called|explains|wrote|writes|per|newly|re-elected|how|"
    r"what|why|there|here|he|she|it|they|we|i|you|still|already|just|instead|even|such|each|every|all|some|"
    r"many|most|any|through|via|whom|designated|today's|named|serving|veteran|fellow|own|so|third|second|"
    r"yes|years|long|most|further|despite|replacing|succeeding|following|hiring|naming|appointing|promoting|thanking|"
    r"meeting|succeeds|replaces|joined|poaching|firing|dismissing|electing|being"
    r")\Z"
)
"""Words before a title that are no part of it."""
TITLE_NAMES = re.compile(
    r"(?:"
    r"representative|corporate|executive|managing|business|development|robotics|research|engineering|sales|"
    r"marketing|operations|technology|product|strategy|finance|hardware|software|manufacturing|global|"
    r"staff|adjunct|assistant|associate|principal|distinguished|strategy|legal|scientific|commercial|innovation|"
    r"general|senior|group|operating|financial|technical|communications|design|growth|and"
    r")\Z"
)
"""Capitalised words that a title may be made of, so that they are no name of a house."""
_DET = (
    r"(?:(?:an?|the|its|their|our|his|her|now|then|then-|new|newly appointed|currently|current|also|formerly|"
    r"former|previous|ex-?|previously|once|both|two|three|four|<n\d+>'s|one of (?:the|its)|until (?:now|then|recently|"
    r"lately)|till now|so far|most recently|for (?:many )?years|these days|whom you know as|today|still|first|only|"
    r"sole|long-?time|outgoing|incoming|retired|interim|acting|late|long|himself|herself|earlier|at (?:the|"
    r"that) time|hitherto)[ ,]+)"
)
DETERMINERS = re.compile(rf"(?:{_DET})*(?:(?:[a-z-]+ed|then) )?\Z")
