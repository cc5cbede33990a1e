"""Plain questions on a company: where it is, since when and by whom, its customers, rivals, sites, jobs, listing."""

from __future__ import annotations

from bot.answers.proof.everyday.row import GAP, THEIRS, THEY, Everyday, near, row

_MADE = r"(?:co-?)?founded|set up|started|created|established|incorporated|formed|launched|spun (?:out|off)"
_CUT = (
    r"la(?:id|y|ys|ying)(?: [\w-]+){0,3} off|lay-?offs?|job (?:cuts?|losses)|redundan\w+|dismiss\w*|let go|fired|"
    r"downsiz\w+|shut(?:s|ting)? down|(?:cut|cuts|cutting|slash\w*|shed\w*|eliminat\w*|reduc\w+|trim\w*)"
    r"(?: [\w-]+){0,4} (?:jobs?|staff|people|employees|workers|workforce|headcount|positions|roles)|裁员"
)

_MISSED = (
    r"miss(?:ed|es|ing)?|fell short|fall(?:s|ing)? short|fail\w*|behind (?:schedule|plan|target)|late|delay\w*|below|"
    r"short of|未能|未达"
)

HOUSES: tuple[Everyday, ...] = (
    row(
        "based",
        (
            rf"(?:where|in (?:what|which) (?:city|country|town|place)) (?:is|are|was) {THEY}"
            r"(?: (?:based|located|headquartered|from|at home))?",
            rf"where (?:is|are) {THEIRS} (?:headquarters|hq|head office|offices?|home)",
            rf"(?:what|which) (?:city|country) is {THEY} (?:from|based in|in)|{THEIRS} (?:hq|headquarters|head office)",
        ),
        (
            rf"[§¶](?:'s)?{GAP}\b(?:headquarter\w*|located|offices?|campus|moved to|home town|seat)\b",
            rf"[§¶]{GAP}\bbased (?:in|at|out of|near)\b|[§¶](?:,| is|"
            rf" was)? an? [^.;,¤]{{0,40}}?(?-i:[A-Z][\w.]+)-based\b",
            r"(?:(?-i:[A-Z][\w.]+)-based\b|\bbased in [^;¤,]{2,30},)[^;¤,]{0,60}?[§¶]|"
            r"^\W*headquartered in [^;]{2,60}[§¶]",
            r"(?-i:\b[A-Z][a-z]+) (?:[a-z-]+ ){0,4}(?:start-?up|company|firm|maker|developer|group) [§¶]",
            r"[§¶](?:,| is| was)? an? (?:[\w-]+ ){0,4}(?:of|from|in) (?-i:[A-Z])|[§¶] (?:of|from) (?-i:[A-Z])|"
            r"[§¶] ?[(（]",
            r"(?-i:^\W*[A-Z]{3,}(?:,| [—–-]))|总部|位于",
        ),
    ),
    row(
        "founded",
        (
            rf"(?:when|(?:in )?(?:what|which) year) (?:was|were|did) {THEY} (?:founded|established|set up|started|"
            rf"created|"
            r"start|formed|incorporated)",
            rf"how old is {THEY}|{THEIRS} (?:founding|foundation) (?:date|year)",
        ),
        (
            rf"§{GAP}\b(?:{_MADE})\b|\b(?:founding|foundation) of [^;¤]{{0,30}}?§",
            rf"^\W*(?:{_MADE})\b[^;¤]{{0,160}}?§|\b(?:{_MADE})(?! by)(?: [^\s;,¤]{{1,20}}){{0,5}}? §",
            r"[§¶][^;¤]{0,40}\b(?:years?|months?)[ -]old\b|\b(?:years?|months?)[ -]old[^;¤]{0,40}[§¶]|成立|创立",
        ),
        dated=True,
    ),
    row(
        "listing",
        (
            rf"when (?:will|does|is|did|can) {THEY} (?:(?:going|plan|planning) )?(?:to )?(?:go public|list|float|ipo)",
            rf"(?:is|will|did|has|does) {THEY} (?:(?:going|planning|plan|want|about) )?(?:to )?(?:go public|"
            rf"gone public|going "
            r"public|public|list|listed|ipo|float)|is {THEY} (?:a )?(?:public|listed|publicly traded)(?: company)?|"
            r"(?:when is )?"
            rf"{THEIRS} ipo(?: date)?",
        ),
        near(
            r"ipos?|listing|listed|to list|lists? (?:on|in)|(?:go|goes|going|gone|went) public|prospectus|nasdaq|nyse|"
            r"hkex|public(?:ly)? (?:offering|traded|listed|company|market)s?|float(?:s|ed|ing|ation)?|spac|"
            r"stock (?:market|exchange)|star (?:market|board)|main board|growth enterprise market|tutoring|"
            r"shares (?:began|started)|trading|上市|招股|辅导",
            "§",
        ),
    ),
    row(
        "customers",
        (
            rf"who (?:are|is|were) {THEIRS} (?:main |biggest |first |largest )?(?:customers?|clients?|users?|buyers?)",
            rf"who (?:uses|buys|is using|bought) {THEIRS}(?: robots?| products?| machines?)?",
            rf"who (?:does|do) {THEY} (?:sell to|supply|work for)|{THEIRS} (?:customers?|clients?)",
            rf"what customers? (?:does|do|has) {THEY}(?: have)?",
        ),
        (
            *near(
                r"customers?|clients?|users?|buyers?|orders?|ordered|deploy\w*|used (?:by|in|at)|sold (?:\w+ ){0,4}to|"
                r"sells? (?:\w+ ){0,4}to|suppl(?:y|ies|ied|ying)|contracts?|pilot\w*|bought|buys?|purchas\w*|"
                r"works? (?:with|at|for)|working (?:with|at)|partner\w*|install\w*|deliver\w*|signed|rent\w*|"
                r"leas\w*|in use|running"
            ),
            r"\bus(?:es|ing)\b[^;¤]{0,60}?[§¶]|客户|订单",
        ),
    ),
    row(
        "layoffs",
        (
            rf"(?:did|has|have|does|is|will) {THEY} (?:lay|laid|laying|cut|cutting|fire|fired|firing|let|made|making)"
            r"(?: (?:any|its|some|many|people|staff|employees|workers|jobs|workforce|anyone|redundant|redundancies|"
            r"off|go))*",
            rf"(?:any )?(?:lay-?offs?|job cuts) at {THEY}|{THEIRS} (?:lay-?offs?|job cuts)",
        ),
        near(_CUT),
    ),
    row(
        "site",
        (
            rf"(?:which|what) (?:factory|factories|plants?) (?:does|do|did|has|is) {THEY} (?:use|using|have|own|"
            rf"operate|run|"
            r"running|built|build|work in|produce in|in)",
            rf"where (?:are|is) {THEIRS} (?:factory|factories|plants?)",
        ),
        (
            *near(
                r"factor(?:y|ies)|plants?|facilit(?:y|ies)|workshops?|production|built in|made in|works|"
                r"manufactur\w+ (?:base|site|line)s?"
            ),
            r"工厂|基地",
        ),
        quoted=r"factor(?:y|ies)|plants?|facilit(?:y|ies)|workshops?|production|works",
    ),
    row(
        "hiring",
        (
            rf"is {THEY} (?:still )?(?:hiring|recruiting)|(?:does|did|has) {THEY} (?:hire|hired|recruit)(?: (?:people|"
            rf"anyone))?",
        ),
        near(
            r"hir(?:e|es|ed|ing)|recruit\w*|(?:job|open) (?:openings?|positions?)|vacanc\w+|new (?:staff|employees|"
            r"hires)"
        ),
    ),
    row(
        "failed",
        (
            rf"(?:why|when|how) (?:did|has|is|was) {THEY} (?:fail|failed|failing|go bust|go bankrupt|bankrupt|collapse|"
            r"shut down|close|closed|insolvent)|what went wrong (?:at|with) {THEY}",
        ),
        near(
            r"fail\w*|bankrupt\w*|insolven\w*|collaps\w*|shut(?:s|ting)? (?:\w+ )?down|clos(?:ed|ing|es) (?:\w+ )?down|"
            r"wound down|winding down|went (?:under|bust)|liquidat\w*|out of (?:money|cash|business)|ceased?|破产|倒闭"
        ),
    ),
    row(
        "troubles",
        (
            rf"what (?:problems?|troubles?|issues?|challenges?|difficulties) (?:does|do|did|has|is) {THEY} (?:have|"
            rf"face|facing|had)",
        ),
        near(
            r"problem\w*|challeng\w*|troubl\w*|difficult\w*|struggl\w*|issues?|hurdles?|setbacks?|accidents?|recall\w*|"
            r"defect\w*|fail\w*|bottlenecks?|delay\w*|loss(?:es)?|lag\w*|shortage\w*|risks?|doubts?|hard|难"
        ),
    ),
    row(
        "owners",
        (
            rf"who (?:owns|controls|owned) {THEY}|{THEIRS} (?:owners?|parent(?: company)?)|who (?:is|"
            rf"are) {THEIRS} (?:owners?|parent)",
        ),
        near(
            r"own(?:s|ed|er|ers|ership|ing)?|parent|subsidiar\w+|acqui\w+|bought|buy\w*|stakes?|majority|sharehold\w*|"
            r"part of|unit|division|belong\w*|control\w*|tak(?:es?|ing|en) over|took over|spun|spin-?off|sold|收购|控股"
        ),
    ),
    row(
        "partners",
        (
            rf"who (?:are|is|were) {THEIRS} partners?|{THEIRS} partners?|who (?:does|do) {THEY} (?:work|partner|"
            rf"cooperate) with",
        ),
        near(
            r"partner\w*|works? with|working with|team\w* up|collaborat\w*|cooperat\w*|alliance|joint\w*|together|"
            r"agreements?|deals? with|signed|suppl\w+|合作|伙伴"
        ),
    ),
    row(
        "staff",
        (rf"who works (?:at|for) {THEY}",),
        near(
            r"works?|worked|working|join\w*|hir(?:ed|es)|staff|team|engineers?|employ\w*|researchers?|ceo|cto|cfo|"
            r"chief|head|"
            r"president|director|founders?|co-?founders?|manager|executives?|led by|leads?|names?|appoint\w*"
        ),
    ),
    row(
        "missed",
        (
            rf"(?:did|has|have|will|does) {THEY} (?:miss|missed|fail to meet|fall short of) (?:its|their|the|any|"
            rf"a) (?:targets?|goals?|deadlines?|forecasts?|guidance)",
        ),
        near(_MISSED),
        quoted=_MISSED,
    ),
    row(
        "rivals",
        (
            rf"who (?:is|are|were) {THEIRS} (?:biggest |main |closest |largest |top |direct )?(?:competitors?|rivals?|"
            r"competition)",
            rf"who (?:competes with|is competing with|rivals) {THEY}|{THEIRS} (?:competitors?|rivals?|competition)",
        ),
        (
            r"[§¶][^;]{0,90}\b(?:competit(?:ors?|ion|ive)|rival\w*|compet(?:e|es|ed|ing)|peers?|against|versus|vs|"
            r"challeng\w+|"
            r"catch up|ahead of|behind|alternatives?)\b",
            r"\b(?:competit(?:ors?|ion)|rival\w*|compet(?:e|es|ed|ing)|peers?|against|versus|vs|"
            r"challeng\w+)\b[^;]{0,90}[§¶]",
            r"竞争|对手",
        ),
    ),
)
"""Of companies."""
