"""Who is meant by a name as it is asked: the one thing the articles tell of them is the answer, or none is given."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

import pytest

from bot.answers import Answerer
from bot.model.answer import Answer
from bot.store.read import Facts
from tests.answers.name_shelf import put_together


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Answerer]:
    with Facts.open(put_together(tmp_path_factory.mktemp("names"))) as facts:
        yield Answerer(facts, today=date(2025, 12, 1))


EMPLOYS = """
1101: HIR | hir | H.I.R. | Harrowgate | Harrowgate Institute | Harrowgate Institue of Robotics | the HIR
1102: CMR | cmr | Castellan | Castellan Motion | castelan motion research
1103: LCA | Low Country
1104: Vester | VesterDynamics | Vester Dynamcis | VD
1105: UVK | Umber Valley | umber valley | Umber Valley Kinetic
1106: 灵川工业大学 | 灵工大 | Lingchuan Gongye Daxue
1107: NAH | Northmere | Northmere Hands
1201: Nuvanta | nuvanta robotics | NuvantaRobotics | Nuvanta Robotic
1201: nuvanta | Nuvana | Nuvatna | Nuvanta Robotics Inc. | Nuvanta, Inc.
1202: Ferrault | Ferrault Ventures | ferrault venture | Ferault Ventures | Ferrault Ventures LP
1203: Brackenthwaite | Brackenthwiate | Brakenthwaite Automation
1203: Brackentwaite Automaton | Brackenthwaitte | Brakenthwiate | Brackenthwate
1204: Ostley Wendt | ostley wendt | OstleyWendt
1204: Ostley-Wendt Capital | Ostley & Wendt | Ostley and Wendt | Wendt Ostley Capital
1205: Shrike | Shrike Intelligence | Shrike Embodied | ShrikeEmbodiedIntelligence
1206: Tessaly | Tesaly Motors | Tessaly Motor | TessalyMotors
1301: Z Oval Robot | ZOvalRobot | Z-Oval Robot | zoval robot | ZOval | Z Oval | Z-Oval | zovalrobot
1302: DeepHarbor | Deep Harbor | deep harbor | Deep-Harbor | deepharbor
1303: Kite-Works | KiteWorks | Kite Works Robotics | kiteworks robotics
1304: Grip 9 Labs | Grip9 Labs | Grip9Labs | Grip-9
1401: 星枢机器人 | 星枢 | Xingshu Robot | Xing Shu Robot | xingshu | 星樞機器人
1402: 澜舟智能 | 澜舟 | Lanzhou Intelligence | lanzhou zhineng
1501: Zhiyun | Zhiyun Robot | 智云机器人 | Zhi Yun
1502: Lanhai | 蓝海智能 | Lan Hai Intelligence
1601: Grasten | Graasten | GRÅSTEN | grasten robotics | Gråsten
1602: Møllerup | Mollerup | Moellerup | mollerup
1603: Müllner | Muellner | Mullner | mullner antriebe
1604: Celikbas | Çelikbaş | celikbas robotik
1605: Järmann | Jaermann | jaermann automation
1701: Pendrake | Pendrake AI | Old Oak Machines | old oak machines | PendrakeAI
1702: Sennen Robotics | Sennen | Marrowby Systems | Marrowby
1703: Corvane | Stellix
1704: Lodestar Hands | Lodestar | Grindle Works | GrindleWorks
1705: Dunmere | Thackray Arms | Thackray
1706: Ludwell | Kessel Toys | Ludwell Robot
1707: Ibstock | Ibwalk
1708: 晨岚机器人 | 朔风科技 | 晨岚
1801: Halcyon | halcyon
2101: TRI | tri | Toyota Research | Toyota Research Institut | toyota reserch institute | T.R.I.
2102: BD | Boston Dynamics | BostonDynamics | Boston Dynamcis | boston dinamics | 波士顿动力
2103: HIT | Harbin Institute of Technology | 哈工大 | Harbin Institute
2104: Khosla | khosla | Khosla Ventures | khosla venture
2105: X Square | XSquareRobot | XSquare | X-Square Robot
2105: xsquare | Independent Variable Robot | 自变量机器人 | Zibianliang Robot
2106: Zhiyuan | Zhi Yuan robot | Zhiyuan Robotics | 智元 | 智元机器人 | Agi Bot | agibot | AGIBOT
2107: Galbot | Galaxy General | galaxy general | 银河通用 | Gal Bot | Yinhe Tongyong
2108: Figure | figure ai | FigureAI | Figure.AI
2109: Unitree | unitree robotics | Unitre | Untiree | 宇树 | 宇树科技 | Yushu | Yushu Technology
2110: Agility | agility robotics | AgilityRobotics
2111: Apptronik | apptronik | Aptronik
2112: Fourier | 傅利叶 | Fourier Intelligence
2113: 1X | 1x technologies
2114: Sanctuary | Sanctuary AI | sanctuary ai | SanctuaryAI | Santcuary AI
2115: Physical Intelligence | physical intelligence | PhysicalIntelligence
2116: Sequoia | Sequoia Capital | Sequioa Capital
2117: Hyundai Motor | HyundaiMotor | hyundai motors
2118: Neura | neura robotics | NeuraRobotics
"""

STUDIED = """
Ravensholm: 赵明远 | Zhao Mingyuan | Mingyuan Zhao | zhao mingyuan | Zhao Ming Yuan | 趙明遠
Ostmark: Lin Yuechuan | Yuechuan Lin | 林岳川 | Yuechuan | lin yue chuan
Krasnik: Lukasz Wrzesien | Łukasz Wrzesień | Wrzesien | lukasz wrzesien
Tarn: Aldous Ferncliff | Ferncliff | Aldous | Ferncliff Aldous | Ferncliff, Aldous | Aldous Fercliff
Vézère: Jean-Luc Sabourin | Jean Luc Sabourin | JeanLuc Sabourin | Sabourin | Sabourin Jean-Luc
Ikoyi: Oyelaran Adeyemi-Brandt | Adeyemi-Brandt | Adeyemi Brandt | Oyelaran | Oyelaran Adeyemi Brandt
Zhejiang: Wang Xingxing | Xingxing Wang | 王兴兴 | 王興興 | wang xing xing | WangXingxing
"""

COSTS = """
18,003: Halcyon 03 | halcyon 03 | Halcyon03 | Halcyon-03 | Halcyon 3
18,002: Halcyon 02 | Halcyon 2
18,004: Merganser MQ-7 | MQ-7 | MQ7 | Merganser MQ7 | merganser mq 7
18,005: TideWalker | Tide Walker | tidewalker | tide-walker
21,003: Figure 03 | figure 03 | Figure03 | Figure 3
"""

# Questions as they are typed, with what the answer must tell.
TYPED = [
    ("figures ceo", "Brett Adcock"),
    ("who is unitrees ceo", "Wang Xingxing"),
    ("Who is Unitrees CEO?", "Wang Xingxing"),
    ("nuvantas employees", "1,201"),
    ("Nuvanta's robotics team: how many people does it employ?", "1,201"),
    ("how many employees at the Nuvanta side?", "1,201"),
    ("What did Nuvanta Robotics raise?", "23 million"),
    ("how much did Harrowgate Institute of Robotics raise?", "17 million"),
    ("how much did Z Oval Robot raise?", "31 million"),
    ("how much did Pendrake AI raise?", "41 million"),
    ("How much did Xingshu's boss raise, and who is the CEO of Xingshu?", "赵明远"),
    ("who leads 星枢机器人?", "赵明远"),
    ("where did mr ferncliff study", "Tarn"),
    ("Where did Dr. Ferncliff study?", "Tarn"),
    ("Where did Aldous J. Ferncliff study?", "Tarn"),
    ("HOW MANY PEOPLE DOES NUVANTA EMPLOY", "1,201"),
    ("How Many People Does Nuvanta Robotics Employ?", "1,201"),
    ("How many people does Nuvanta Robotics Co., Ltd. employ?", "1,201"),
    ("Nuvanta有多少员工", "1,201"),
    ("星枢机器人有多少员工？", "1,401"),
    ("林岳川在哪里读的大学？", "Ostmark"),
    ("TRI employees", "2,101"),
    ("/who 林岳川", "Ostmark"),
    ("/who Yuechuan Lin", "Ostmark"),
    ("/timeline ZOvalRobot", "1,301"),
    ("/deal HIR", "17 million"),
    ("/deal old oak machines", "41 million"),
]

# Several are called so: all of them are named.
SEVERAL = {
    "orbis headcount": ("Orbis Robotics", "Orbis Ventures"),
    "How many people does Orbis employ?": ("1,901", "1,902"),
    "Where did Tolliver study?": ("Rhys Tolliver", "Ann Tolliver"),
}

# Nobody here is called so, however near somebody is who is; with what is offered instead.
UNKNOWN = {
    "employees": {
        "Ziyun": "Zhiyun Robotics",
        "Ziyun Robotics": "Zhiyun Robotics",
        "Zhiyin Robotics": "",
        "Nuvanto": "Nuvanta",
        "Nuvantis Robotics": "Nuvanta",
        "Pendragon": "",
        "Aptronix": "Apptronik",
        "Apptronix": "Apptronik",
        "Figma": "",
        "Figura": "",
        "Agile Robots": "",
        "Fourth Intelligence": "",
        "Ziyuan Robotics": "AgiBot",
        "Zhiyuan Chemicals": "",
        "Unitrex": "Unitree",
        "Halcyone": "Halcyon",
        "Ferrand Ventures": "",
        "Corvallis": "",
        "Brackenhurst Automation": "",
        "Sanctum AI": "",
        "Neuro Robotics": "",
        "Lodestone Hands": "",
        "Tesserly Motors": "",
        "EGT": "",
        "ABD": "",
        "QXZ": "",
        "Mollerin": "",
        "Dunmore Robotics": "",
        "Khoslan Ventures": "",
        "Vestra Dynamics": "",
        "Xingchu Robotics": "",
        "Galtron": "",
        "Hyundai": "Hyundai Motor",
        "Boston": "Boston Dynamics",
        "Nuvanta Capital": "Nuvanta Robotics",
        "Nuvanta Ventures": "Nuvanta Robotics",
        "Nuvanta Health": "Nuvanta Robotics",
        "Ferrault Capital": "Ferrault Ventures",
        "Ferrault Robotics": "Ferrault Ventures",
        "Zhiyun Capital": "Zhiyun Robotics",
        "Agility Labs": "Agility Robotics",
        "Vester Robotics": "Vester Dynamics",
        "Figure Eight": "Figure AI",
        "星舒机器人": "",
    },
    "study": {
        "Aldous Fernwood": "",
        "Wang Xingxin": "",
        "Zhao Mingyang": "",
        "Lin Yuechang": "",
        "Rhys Ferncliff": "",
        "Wang Mingyuan": "",
        "Lin Xingxing": "",
        "王星星": "",
        "赵明源": "",
    },
    "cost": {
        "Halcyon 04": "",
        "Halcyon 3B": "",
        "Figure 04": "",
        "MQ-8": "",
        "Tidewater": "",
    },
}


def _rows(table: str) -> list[tuple[str, str]]:
    rows = []
    for line in table.strip().splitlines():
        told, _, names = line.partition(":")
        told = f"{int(told):,}" if told.isdigit() else told
        rows += [(name.strip(), told) for name in names.split("|")]
    return rows


def _told(answer: Answer) -> str:
    return " ".join((answer.title, *(line.text for line in answer.lines)))


def _is_told(answer: Answer, what: str) -> bool:
    told = _told(answer)
    return answer.answered and (what in told or re.sub(r"(?<=\d),(?=\d{3})", "", what) in told)


@pytest.mark.parametrize(("name", "told"), _rows(EMPLOYS))
def test_an_organization_is_meant(asked: Answerer, name: str, told: str) -> None:
    answer = asked.reply([f"How many people does {name} employ?"])
    assert _is_told(answer, told), _told(answer)


@pytest.mark.parametrize(("name", "told"), _rows(STUDIED))
def test_a_person_is_meant(asked: Answerer, name: str, told: str) -> None:
    answer = asked.reply([f"Where did {name} study?"])
    assert _is_told(answer, told), _told(answer)


@pytest.mark.parametrize(("name", "told"), _rows(COSTS))
def test_a_product_is_meant(asked: Answerer, name: str, told: str) -> None:
    answer = asked.reply([f"What does the {name} cost?"])
    assert _is_told(answer, told), _told(answer)


@pytest.mark.parametrize(("question", "told"), TYPED)
def test_a_name_is_meant_as_it_is_typed(asked: Answerer, question: str, told: str) -> None:
    assert _is_told(answer := asked.reply([question]), told), _told(answer)


@pytest.mark.parametrize(("question", "told"), SEVERAL.items())
def test_several_are_meant(asked: Answerer, question: str, told: tuple[str, ...]) -> None:
    answer = asked.reply([question])
    said = " ".join((_told(answer), *answer.hints))
    assert [one for one in told if one not in said and one.replace(",", "") not in said] == []


_ASKED = {
    "employees": "How many people does {} employ?",
    "study": "Where did {} study?",
    "cost": "What does the {} cost?",
}


@pytest.mark.parametrize(
    ("question", "near"),
    [(_ASKED[what].format(name), near) for what, names in UNKNOWN.items() for name, near in names.items()],
)
def test_nobody_is_meant(asked: Answerer, question: str, near: str) -> None:
    answer = asked.reply([question])
    assert not answer.answered, _told(answer)
    assert near in " ".join(answer.hints)
