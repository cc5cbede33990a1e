"""English words that turn up glued to a name, and words that only look glued."""

from __future__ import annotations

import re


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


FUNCTION_TAILS = _words(
    """
    and in to is was has had have as at by for from of on the with that which who will would are were also its
    his their but into over through than via under after before during since while where when not can could may
    did does only just it he she they between among against without within about around
    """
)
"""Words of grammar that follow a name."""

VERB_TAILS = _words(
    """
    led leads said says told raised raises plans planned announced announces launched launches invested invests
    dropped closed closes completed completes released releases unveiled unveils revealed reveals stated states
    mentioned acquired acquires bought buys founded joined joins became began begins started starts showed shows
    signed signs made makes held holds owns expects expected reported reports received formed built builds
    developed develops introduced agreed participated replied wants aims hopes sold sells opened hired appointed
    confirmed denied declined added wrote believes previously recently currently already officially still
    reportedly directly successfully jointly formally read reads lists listed prepares prepared uses used works
    worked gets takes took gives gave sees saw thinks thought runs brought brings entered enters continues
    continued provides provided chose opens needs helps helped serves served focuses focused operates employs
    employed counts leaves left moved moves estimates forecasts predicts admits admitted stressed pointed
    emphasized believed replaced graduated studied backed funded priced costs ships shipped delivered delivers
    """
)
"""Verbs and adverbs that follow a name."""

NOUN_TAILS = _words(
    """
    team system systems model models robot robots company group research technology technologies startup
    platform chip chips product products conference founder engineers researchers algorithm algorithms software
    hardware
    """
)

TAILS = FUNCTION_TAILS | VERB_TAILS | NOUN_TAILS

NAME_ENDINGS = _words("and in to is as at by for on of via it he she over works ships")
"""Tails in which names end, too ("Orionis", "Brighton", "Middleby"): glue only on pages that lose spaces elsewhere."""

STRONG_TAILS = frozenset(w for w in TAILS - NOUN_TAILS if len(w) >= 6) | {"was", "were", "which", "their", "could"}
"""Tails that betray the glue even where the name before them is written nowhere else; no name ends in them."""

PREFIXES = tuple(sorted(_words("un re dis mis over under out fore pre non trans inter break self co")))
"""What begins an ordinary word with a verb in it ("Undisclosed", "Breakthrough")."""

HEADS = _words(
    """
    the of and by in to for with from at on that as said via like including called named between while when
    where which also its their physical
    """
)
"""Words that come glued before a name."""

NAME_NOUNS = _words(
    """
    University Conference Group Cloud Capital Technology Technologies Robotics Robot Institute Company
    Corporation Inc Ventures Partners Fund Motors Intelligence Labs Lab Systems Holdings Investment Bank Academy
    College School Center Ministry Association Exchange Street Journal News Electric Electronics Dynamics
    Innovation Semiconductor Securities China Japan Korea Germany France Europe America India Israel Beijing
    Shanghai Shenzhen Hangzhou London California January February March April June July August September October
    November December Monday Tuesday Wednesday Thursday Friday Saturday Sunday
    """
)
"""Last words of names: enough to know that what comes before the tail is a whole word."""

WHOLE_WORDS = _words(
    """
    theresa berlin martin austin justin dublin griffin kevin calvin robin colin merlin alvin marvin melvin edwin
    irwin darwin baldwin godwin erwin corwin benjamin valentin constantin augustin quentin crispin catalin lenin
    stalin chaplin turin texas dallas thomas lucas douglas jonas elias vegas atlas nicolas arkansas kansas
    pappas judas barabbas christmas paris davis lewis ennis harris curtis morris travis francis chris alexis
    memphis otis willis ellis dennis jarvis mathis robotis artis novartis maxis axis tunis louis regis boris
    doris iris toronto kyoto proto roberto alberto alto palo porto ernesto sacramento pinto benito into onto
    hitherto unto photo auto pluto roland ferdinand bertrand armand poland holland finland ireland iceland
    england scotland switzerland thailand zealand oakland portland cleveland maryland samarkand rand brand
    ostrand legrand grand island husband capitaland hanson wilson watson johnson jackson nelson anderson boston
    houston clinton washington wellington princeton hilton carlton amazon oregon verizon horizon poseidon
    lebanon canon nikon dragon falcon edison beethoven within therein herein wherein plugin login checkin
    standby nearby hereby thereby whereby passerby passersby thereof whereof hereof thereon hereon whereupon
    hereafter thereafter hereinafter therefore wherefore hereto thereto herewith therewith overhead moreover
    however whoever whereas worldwide subhas suhas prabhas understand withstand throughout without whatever
    throughput wherefrom bobby bitwas shabby marchand partnerships headcounts shortlisted
    """
)
"""Words and names, lower case, that end like a glued pair and are none."""

LOWER_SPLIT = re.compile(
    r"(?P<head>[a-z]{2,60}(?:ing|tion|sion|ment|ness|ity|ance|ence|ware|ship|ics))"
    r"(?P<tail>to|and|of|in|for|with|from|is|was|that|the|by|has|will|are|as)"
)
"""Two lower-case words in one: the first shows its ending, the second is a word of grammar."""

SURNAMES = _words(
    """
    Li Wang Zhang Liu Chen Yang Zhao Huang Zhou Wu Xu Sun Hu Zhu Gao Lin He Guo Ma Luo Liang Song Zheng Xie Han
    Tang Feng Yu Dong Xiao Cheng Cao Yuan Deng Fu Shen Zeng Peng Lu Su Jiang Cai Jia Ding Wei Xue Ye Yan Pan Du
    Dai Xia Zhong Tian Ren Fan Fang Shi Yao Tan Liao Zou Xiong Jin Hao Kong Bai Cui Kang Mao Qiu Qin Gu Hou Shao
    Meng Long Wan Duan Qian Yin Chang Lei Ouyang Zuo Niu Ji Lai Mo Qi Xing Ge An Ni Bao Pang Mei Guan
    """
)
_SYLLABLE = (
    r"(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?(?:iang|iong|uang|ang|eng|ing|ong|iao|ian|uai|uan|ai|an|ao|ei|en|er|ia|ie|in|iu|ou|ua|ue|"
    r"ui|un|uo|üe|a|e|i|o|u|ü)"
)
PINYIN = re.compile(rf"(?:{_SYLLABLE}){{1,2}}", re.IGNORECASE)
"""A Chinese given name in Latin letters: one or two syllables."""
