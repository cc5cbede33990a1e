"""Words that are names only when written as names are."""

from __future__ import annotations

from bot.answers.asked.words import CLASS_WORDS, STOP, stem

_FIELD_WORDS = """
ai agent arm bot bots brain chip embodied general hand head humanoid humanoids intelligence intelligent lab labs model
platform robot robotics robots round series startup technology tech team unit universal vision founder investor
staff dynamics systems machines technologies group inc capital ventures partners motion automation industries
holdings research institute company
"""
FIELD = frozenset(_FIELD_WORDS.split())
"""Words of this field: in small letters they are never names, and at the end of a name they may be left out."""

TRADES = frozenset(["ai", "robotics", "robot", "robots", "intelligence", "humanoid", "humanoids"])
"""Last words of a company's name that say what it does."""

_BODY_WORDS = """
automation bank capital dynamics fund industries institute lab labs machines motion motors partners pharma research
systems university ventures
"""
BODIES = frozenset(_BODY_WORDS.split())
"""Last words of a name that tell one body from another of its name."""

_ORDINARY_WORDS = """
american asian british chinese dutch european french german global indian industrial international israeli italian
japanese korean national russian spanish swedish swiss taiwanese western
ally anchor answer apollo atlas axis bank bit body circle city cloud core cost cut deal digit engine figure fund
future helix home hyper invest iron launch lead listing market memo neo news north note open order orders pilot
plan post price progress rainbow raise release revenue sell share ship skill source spark spot standard star
stretch study tally target titan value walker way work world founders engineers engineer chairman president executive
chief officer scientist investors backer customer partner valuation money stake deals who timeline ask help ceo
cto coo cfo ipo
authority authorities regulator court agency ministry commission council committee association exchange buyer seller
"""
ORDINARY = STOP | FIELD | frozenset(_ORDINARY_WORDS.split())
"""Words of the language that are names only when written as the name is."""

_NO_NAME_WORDS = """
ceo cto coo cfo cmo vp ipo ai us usa eu uk usd rmb cny eur series round chief executive officer operating
financial technology chairman president founder i d r&d gpu hk hkex january february march april may june july
august september october november december monday tuesday wednesday thursday friday saturday sunday q1 q2 q3
q4 phd mba chinese american european japanese korean german french british israeli indian western asian spac
cv hq vc m&a h1 h2 vla llm dof dofs kg lb lbs mph kph tops
argentine argentinian australian austrian belgian brazilian canadian chilean czech danish dutch emirati english estonian
european finnish greek hungarian indonesian irish italian kenyan latvian lithuanian malaysian mexican nigerian nordic
norwegian polish portuguese romanian russian saudi scandinavian scottish singaporean spanish swedish swiss taiwanese
thai turkish ukrainian vietnamese bulgarian catalan croatian egyptian filipino icelandic moroccan pakistani serbian
slovak slovenian tyrolean britons brits danes dutchmen englishmen finns frenchmen irishmen poles scots spaniards swedes
turks californian african arab welsh bavarian parisian
"""
NO_NAME = frozenset(_NO_NAME_WORDS.split())
"""Words with a capital that are no names: posts, days, peoples, abbreviations of the field."""

PLAIN = frozenset(stem(word) for word in STOP | ORDINARY | CLASS_WORDS | NO_NAME)
"""Stems of words that name nobody where they are written in small letters."""
