"""What a web site adds around an article: sharing, cookies, advertising, rights, related links, credits."""

from __future__ import annotations

import re

from bot.articles.traced import Traced

_LINES = [
    # readers' tools and sharing
    r"portai|i'?m portai,.*",
    r"(?:share|tweet|pin|email|print|save|copy link|facebook|twitter|x|linkedin|whatsapp|reddit|telegram|"
    r"wechat|weibo|qq|follow(?: us)?|like|comment|comments|reply|report)s?",
    r"share (?:this|to|on|via|with)\b.{0,60}",
    r"(?:use|open|scan)\b.{0,40}\b(?:two-dimensional code|qr code)\b.*",
    r"listen to (?:this )?(?:article|story).{0,40}|add (?:us|as a preferred source)\b.{0,60}|follow us on\b.{0,80}|"
    r"(?:click|tap) (?:here|to)\b.{0,80}|open the app\b.{0,60}|download (?:the|our) app\b.{0,80}",
    r"[\d,]{1,9}(?: (?:comments?|shares?|views?|likes?|reads?|min(?:ute)?s?(?: read)?))?",
    r"(?:reading time|estimated reading time)\b.{0,40}|\d{1,3}[- ]?min(?:ute)?s? read",
    # newsletters, subscriptions, cookies, advertising
    r"(?:please )?(?:sign up|subscribe|register|log in|sign in|join)\b.{0,40}\b(?:newsletters?|inbox|updates|"
    r"daily|weekly|alerts|channel|to continue|to read|today|now|free)\b.{0,80}",
    r"(?:subscribe|sign in|sign up|log in|register|menu|search|home|logo|advertisement|advertise(?:ment)?s?|ad|"
    r"sponsored(?: content| by)?|promoted|(?:published|posted|updated|written)(?: on| by)?|authors?|"
    r"startseite ?artikel|首页文章详情|home ?[>»›/] ?[\w &>»›/-]{1,60}|"
    r"close|skip to (?:main )?content|back to top|loading\.*|"
    r"home ?article|skip to content\b.{0,40}|story continues below.*|article continues below.*|"
    r"continue reading.{0,40}|load more|show more|see more|"
    r"view more|next article|previous article)",
    r".{0,160}\bscan (?:the|this) (?:qr |two-dimensional )?code (?:below )?to (?:get|receive|claim|download|join|read|"
    r"follow|view)\b.{0,80}|[\[【]?limited[- ]time(?: (?:offer|only|free|discount))?[\]】:!].{0,160}",
    r"get the latest\b.{0,80}\b(?:inbox|newsletter|email)\b.{0,40}",
    r"(?:we|this (?:site|website)|our (?:site|website))\b.{0,60}\bcookies?\b.{0,200}|(?:accept|reject|"
    r"manage)(?: all)? cookies.{0,60}|by (?:continuing|using)\b.{0,60}\b(?:cookies?|terms|privacy)\b.{0,120}|"
    r"cookie (?:policy|settings|notice|preferences).{0,80}|privacy policy.{0,60}|terms (?:of (?:use|service)|"
    r"and conditions).{0,60}",
    r"your (?:email|e-mail) address will not be published\b.{0,80}|leave a (?:reply|comment)\b.{0,60}",
    r"do you have questions about\b.{0,120}\?(?: get the answers\b.{0,240})?",
    # related links
    r"(?:read (?:more|also|next|the full (?:story|article).{0,40})|see also|also read|related(?: (?:articles?|"
    r"stories|posts?|news|reading|topics|content|links))?|recommended(?: (?:reading|for you|articles|"
    r"stories))?|more (?:from|on|stories|news)\b(?!.*\.\Z).{0,50}|you (?:may|might) (?:also )?(?:like|"
    r"be interested).{0,40}|trending(?: now)?|most (?:read|popular)|what to read next|editor'?s? (?:picks?|"
    r"choice)|hot (?:discussion|news)\b.{0,80}|tags?)(?:\s{0,9}[:：>»→].{0,200})?",
    # rights, disclaimers, credits
    r"(?:©|ⓒ|\(c\)|copyright\b).{0,200}|.{0,120}\ball rights reserved\.?.{0,60}|"
    r".{0,20}unauthori[sz]ed (?:reproduction|copying|redistribution).{0,120}|.{0,60}\bmay not be (?:published|"
    r"reproduced|republished)\b.{0,120}|reprint(?:ing|ed)?\b.{0,20}(?:please|prohibited|permission|"
    r"contact).{0,100}",
    r"(?:special statement|disclaimer|risk (?:reminder|warning|tip|disclosure|statement)|important notice)"
    r"\s{0,9}[:：].*|"
    r"(?:the )?(?:above content|this article|content of this article)\b.{0,80}\b(?:does not (?:constitute|"
    r"represent)|platform only provides|for (?:informational|reference) purposes)\b.{0,200}",
    r"\(?(?:image|photo|picture|photograph|illustration|video|graphic|cover)s?(?: (?:credit|source|courtesy|by|"
    r"from|via|provided))\b.{0,120}\)?|\(?(?:credit|image|photo|photograph)s?\s{0,9}[:：/].{0,120}\)?|"
    r"getty images.{0,60}|\(?file photo.{0,60}\)?",
    r"(?:edit(?:ed|ing)|reporting|writing|compiled|translated) by\b.{0,120}|"
    r"(?:responsible editor|editor|author|proofread(?:er|ing)?|typesetting)\s{0,9}[:：].{0,120}",
    r"(?:item \d{1,2} of \d{1,2}\b|\[\d{1,2}/\d{1,2}\]).{0,500}|.{0,500}\breuters/[a-z]+ [a-z-]+(?: .{0,80})?|"
    r"purchase licensing rights.{0,40}|sign up here\.?|fb[- ]pixel\b.{0,60}|share post\s?:?|date\s?:|source link|"
    r"featured article|listen to this article.{0,40}",
    # contacts: an address or a number; a line that names a person stays
    r"(?:(?:press|media|investor|analyst)(?: relations)? )?(?:contacts?|inquiries|enquiries)"
    r"(?:\s{0,9}[:：]\s{0,9}(?:[\w.+-]+@[\w.-]+|\+?\d[\d ()-]{5,20}))?",
    r"(?:article source|source of (?:the )?article)\b.{0,160}|corrections to\b.{0,60}@.{0,60}",
    r"massive information, accurate interpretation.*|new customers? open account.*",
    # Chinese
    r"返回搜狐.*|返回首页.*|打开.{0,12}(?:查看|阅读).*|查看(?:更多|原文|全文).*|点击.{0,40}(?:查看|阅读|关注|下载|领取).*|扫(?:码|一扫|描).*|"
    r"(?:责任)?编辑[:：].*|责编.*|(?:图源|图片来源|图/|图片|来源|封面)[:：].*|本文(?:来自|源自|转自|首发).*|(?:特别)?声明[:：].*|免责声明.*|风险提示.*|"
    r"版权.*|(?:未经|禁止).{0,10}(?:授权|许可|转载).*|(?:更多|相关)(?:阅读|推荐|文章|新闻|资讯).*|分享(?:到|至)?.{0,30}|点赞|收藏|评论|举报|广告|展开全文|"
    r"热门(?:评论|推荐).*|"
    r"欢迎(?:关注|扫码|订阅).*|关注.{0,20}公众号.*|投资有风险.*",
]
_LINE = re.compile(rf"(?:[^\w(©ⓒ]{{0,4}}+\s?+)?+(?:{'|'.join(_LINES)})\s{{0,9}}[^\w]{{0,4}}", re.IGNORECASE)
_MAX_LINE = 700

_TAIL = re.compile(
    r"(?<!\s)\s*(?:返回搜狐[,，]?\s*查看更多|返回首页[,，]?\s*查看更多|查看更多|"
    r"(?:【[^【】]{2,80}】\s*)+|"
    r"(?:©|ⓒ)[^.!?\n]{0,160}[.]?|"
    r"[Oo]pen the [Aa]pp to (?:read|view) more\W{0,6}|"
    r"[Rr]ead more\s*(?:[>»→]+|here\.?)|\(?[Cc]lick (?:here )?to (?:read|view|see)\b[^.!?\n]{0,80}[.]?\)?)\Z"
)
_LABEL = re.compile(
    r"\ACore (?:Viewpoints?|Insights?|Views?|Points?)(?: ?[-:–—])? (?=[A-Z])|\AFB Pixel no script ?(?=[A-Z])"
)
"""What a digest writes before its first sentence, and a page before its title."""
_FEED = re.compile(r"The post (?:(?!The post )[^\n]){5,250}? appeared (?:first )?on [^\n]{2,60}?(?<!\W\w)\.(?=\s|\Z)")
"""What a feed says about where its article stood, alone or glued to a sentence."""
_BRACKETED_JUNK = re.compile(
    r"编辑|来源|点击|领取|关注|editor|click|receive|download|subscribe|source|扫码|©|ⓒ", re.IGNORECASE
)
_LIST_FOLLOWS = re.compile(
    r"(?:related (?:articles?|stories|posts?|news|reading|links)|recommended (?:reading|for you|articles|stories)|"
    r"you (?:may|might) (?:also )?(?:like|be interested in)|more from \S.{0,40}|most (?:read|popular)|"
    r"what to read next|"
    r"相关(?:阅读|推荐|文章|新闻))\s{0,9}[:：]?",
    re.IGNORECASE,
)
_OTHERS = re.compile(
    r"(?:popular|top|trending|latest) stories|most (?:popular|read)(?: stories| articles)?", re.IGNORECASE
)
"""Above what else the site has, where the most of the text stands before."""
_COMMENTS = re.compile(
    r"no comments?(?: yet)?\W{0,4}|be the first to comment\W{0,4}|(?:comments are|commenting is) closed\W{0,4}|"
    r"leave (?:a|your) (?:reply|comment)\W{0,4}|your (?:email|e-mail) address will not be published\b.{0,80}",
    re.IGNORECASE,
)
"""Under an article, so that what follows is other articles."""
_LEAST = 400
"""Letters of an article above its comments."""
_SENTENCE = re.compile(r"[.。][\"')\]]*\Z")
_UNBROKEN = re.compile(r"(?<![!-~])[!-~]{1001,}")
"""No word and no address: a picture written out as text, a key, a page of code in one line."""


_NEW_TAB = re.compile(r",? ?\(?opens (?:in )?(?:a )?new (?:tab|window)\)?", re.IGNORECASE)
"""What a page tells those who cannot see where a link leads."""


def is_junk(line: str) -> bool:
    """A line of the site, not of the article."""
    if len(line) > _MAX_LINE:
        return False
    return not any(c.isalnum() for c in line) or _LINE.fullmatch(" ".join(line.split())) is not None


def without_junk(paragraphs: list[Traced]) -> list[Traced]:
    """The paragraphs without lines of the site, its tails, lists under "Related articles" and what is no word.

    What follows the comments under an article is other articles.
    """
    out: list[Traced] = []
    in_list = False
    for number, paragraph in enumerate(paragraphs):
        above = sum(map(len, out)) if _COMMENTS.fullmatch(paragraph.text) or _OTHERS.fullmatch(paragraph.text) else 0
        if above >= _LEAST and (_COMMENTS.fullmatch(paragraph.text) or above > sum(map(len, paragraphs[number:]))):
            break
        if _LIST_FOLLOWS.fullmatch(paragraph.text):
            in_list = True
            continue
        if in_list and len(paragraph) <= 160 and not _SENTENCE.search(paragraph.text):
            continue
        in_list = False
        paragraph = paragraph.sub(_UNBROKEN, "").sub(_NEW_TAB, "").sub(_LABEL, "").sub(_FEED, "").strip()
        if is_junk(paragraph.text):
            continue
        trimmed = _without_tail(paragraph)
        if trimmed.text:
            out.append(trimmed)
    return out


def _without_tail(paragraph: Traced) -> Traced:
    for _ in range(4):
        match = _TAIL.search(paragraph.text, max(0, len(paragraph) - 300))
        if not match or ("【" in match[0] and not _BRACKETED_JUNK.search(match[0])):
            break
        paragraph = paragraph.cut(0, match.start()).strip()
    return paragraph
