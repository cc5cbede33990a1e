"""The words that posts are told with, over masked text."""

from __future__ import annotations

import re

from bot.extraction.chinese.masks import LETTERS, pattern
from bot.extraction.chinese.titles import TITLE

_POST = rf"(?P<title>{TITLE})"

POST_IS = pattern(
    r"(?:{org:org}的?)?(?P<title>"
    + TITLE
    + r")(?:为|是|系|由)(?:(?:他|她)的)?(?:妻子|丈夫|弟弟|哥哥|妹妹|姐姐|原[^，。；]{0,10}|"
    r"[^，。；]{0,3})?(?:{org:from}[^，。；]{0,10}?)?{person:person}"
)
BESIDE_NAME = pattern(rf"[前原]?(?:{{org:org}}的?[前原]?)?(?P<title>{TITLE}){{person:person}}")
HELD = pattern(
    r"(?P<verb>现任|现为|目前担任|曾先后担任|曾先后任|先后担任|先后任|曾担任|曾任|历任|此前担任|此前任|"
    r"担任|出任|受聘为|获聘为|获任|升任|晋升为|接任|兼任|就任|改任|调任|转任|任|"
    r"被任命为|获委任为|获委任|当选|做了[^，。；]{0,4}?|做过|是)(?:了)?(?:(?:公司|该公司|集团)?(?:的)?)?(?:前)?"
    r"(?:(?:[^，。；、]{0,10}?(?:企业|公司|厂商|品牌|机构|初创|制造商))"
    rf"?{{org:org}}(?:的)?)?(?:(?:[^，。；、]{{0,6}}?部门?)?)(?:新任|首任|新一任)?{_POST}"
)
APPOINTED = pattern(
    r"(?:聘任|任命|委任|聘请|提拔|选举|聘|推选)(?:了)?(?:原|前)?(?:{org:from}(?:前|原)"
    rf"?(?P<oldtitle>{TITLE})?)?{{person:person}}(?:为|担任|出任|任|接任|作为)(?:公司)"
    rf"?(?:{{org:org}}的?)?(?:新任|首任)?{_POST}"
)
JOINED = pattern(r"(?:加入|加盟|进入|入职)(?:了)?{org:org}(?P<more>[^。；]{0,30})")
JOINED_TITLE = re.compile(rf"(?:任|担任|出任|负责|作为|做){_POST}")
IN_CHARGE = pattern(r"由{person:person}(?P<post>负责[^，。；]{1,10}|接任|接替|兼任)")
TAKES_OVER = pattern(
    r"由(?:[^，。；由]{0,4}?{org}?[^，。；由]{0,16}?)?{person:person}(?:接任|接替|接棒|继任|担任|出任)(?=[，。；])"
)
EARLIER_POST = pattern(rf"{_POST}(?=.?职(?:务|位)?|[，。；由])")
"""The post that is given up or vacant, told before the one who takes it over."""
LEAVES = re.compile(
    rf"[^，。；{''.join(LETTERS['person'])}]*?(?:离职|离任|辞任|辞职|退休|卸任|离开|辞去|不再担任|去职)"
)
"""Behind a person: that the post is given up."""
GAVE_UP = pattern(
    r"{person:person}[^，。；]{0,16}?(?:退任|卸任|辞任|辞去|不再担任|离任)(?:了|"
    rf"其)?(?:公司|其)?(?:{{org:org}}的?)?(?P<title>{TITLE})"
)
IS_OF = pattern(rf"(?:这位|作为|身为|是){{org:org}}的?{_POST}")
WENT = pattern(r"(?:后者)?(?:去了|跳槽到|跳槽至|转投){org:org}")
SERVED = pattern(r"(?:任职于|就职于|供职于|效力于|服务于|曾在{org:org}(?:工作|任职))(?:{org:there})?")
COMES_FROM = pattern(r"{person:person}(?:则|也|均)?(?:来自|出身于|出身){org:org}")
WORKED_AT = pattern(
    r"(?:在|于){org:org}(?:做了?[^，。；]{0,4}|工作[^，。；]{0,6}?|担任(?:过)"
    r"?|任(?:职)?|出任)(?:了)"
    rf"?(?:[一二三四五六七八九十{LETTERS['number'][0]}{LETTERS['number'][1]}]+年(?:的)?)?"
    rf"?{_POST}"
)
NO_POST = re.compile(
    r"^(?:一位|一名|某|多位|多名|数位|其|该|本|这位)|^(?:财务|独家|法律|融资|独家财务|联席)*顾问$|^.{0,6}(?:招|招聘).*$"
)
DENIES = re.compile(r"未(?:离职|出任|担任|加入|任命)|没有(?:离职|出任|加入)|否认")
