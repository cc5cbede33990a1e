"""Plain questions in German, French, Spanish, Korean and Japanese on English articles, and what is left as it was."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from bot.answers import Answerer, plain
from bot.answers.asked.spotting import Mention
from bot.answers.asked.tongues import eastern, european
from bot.answers.asked.tongues.loanwords import in_latin
from bot.answers.asked.tongues.romanized import romanized
from bot.model.entity import EntityKind
from bot.store.read import Facts
from tests.answers.answer_shelf import Fact, of_one, usd

TODAY = date(2025, 9, 1)


@pytest.mark.parametrize(
    ("message", "said"),
    [
        ("Wer ist der CEO von Quillon?", "who is the ceo of Quillon?"),
        ("Wer leitet Quillon", "who runs Quillon?"),
        ("Wie viel hat Quillon 2024 eingesammelt?", "how much did Quillon raise in 2024?"),
        ("Wie viel kostet der Kestrel 2", "how much does Kestrel 2 cost?"),
        ("Wann wurde Quillon gegründet?", "when was Quillon founded?"),
        ("Wer hat in Quillon investiert?", "who invested in Quillon?"),
        ("größte Runden 2025", "biggest rounds in 2025?"),
        ("wer hat Quillon 2024 finanziert", "who invested in Quillon in 2024?"),
        ("Neueste Nachrichten", "what is new?"),
        ("quién financió Quillon", "who invested in Quillon?"),
        ("qui finance Quillon", "who invested in Quillon?"),
        ("Wer hat Quillon gegründet und wo sitzt Quillon", "who founded Quillon and where is Quillon based?"),
        ("und der Umsatz?", "its revenue?"),
        ("Umsatz von Quillon im März 2025", "revenue of Quillon in March 2025?"),
        ("wer liefert", "who supplies it?"),
        ("Qui dirige Quillon ?", "who runs Quillon?"),
        ("qui est le PDG de Quillon", "who is the ceo of Quillon?"),
        ("combien a levé Quillon en février 2024", "how much did Quillon raise in February 2024?"),
        ("combien coûte le Kestrel 2", "how much does Kestrel 2 cost?"),
        ("quand Quillon a-t-elle été fondée", "when was Quillon founded?"),
        ("qui a racheté Nymph Dynamics", "who acquired Nymph Dynamics?"),
        ("Quelle startup a levé des fonds à Singapour", "rounds in Singapore?"),
        ("quel est le chiffre d'affaires de Quillon", "what is the revenue of Quillon?"),
        ("Wie viel hat Bexley Capital in Quillon investiert?", "how much did Bexley Capital invest in Quillon?"),
        ("Hat Ostrel Quillon übernommen?", "did Ostrel acquire Quillon?"),
        ("Ist Quillon profitabel?", "is Quillon profitable?"),
        ("Quillon a levé combien ?", "how much did Quillon raise?"),
        ("quand sort Kestrel", "when was Kestrel launched?"),
        ("Chef von Quillon", "who is the ceo of Quillon?"),
        ("le fondateur de Quillon", "who is the founder of Quillon?"),
        ("Wie viele Mitarbeiter hat Quillon entlassen?", "how many people did Quillon lay off?"),
        ("combien vaut Quillon", "how much is Quillon worth?"),
        ("¿Quién es el CEO de Quillon?", "who is the ceo of Quillon?"),
        ("cuánto recaudó Quillon este año", "how much did Quillon raise this year?"),
    ],
)
def test_a_plain_question_is_put_in_english(message: str, said: str) -> None:
    assert european.in_english(message) == said


@pytest.mark.parametrize(
    "message",
    [
        "who is the CEO of Quillon?",
        "Quillon CA",
        "Robot chef",
        "is Quillon profitable",
        "who invested in Ostrel profitabel",
        "Wie viele Mitarbeiter hat Quillon verklagt",
        "was it hot in Paris",
        "Wie wird das Wetter heute",
        "Wer ist der Mann, der das Haus gebaut hat",
        "Qui a gagné le match hier soir",
        "Wer hat Quillon gegründet und wie wird das Wetter",
        "Warum ist der Himmel blau",
    ],
)
def test_what_is_english_or_not_understood_is_left_as_it_is(message: str) -> None:
    assert european.in_english(message) is None


def _eastern(message: str, *names: tuple[str, str]) -> str | None:
    found = [
        Mention(at, at + len(name), name, frozenset((f"{kind}-{name}",)))
        for name, kind in names
        if (at := message.find(name)) >= 0
    ]
    return eastern.in_english(message, found, lambda m: next(iter(m.ids)).partition("-")[0], TODAY)


QUILLON, KESTREL = ("Quillon", "org"), ("Kestrel 2", "product")


@pytest.mark.parametrize(
    ("message", "names", "said"),
    [
        ("Quillon 대표", (QUILLON,), "who is the ceo of Quillon?"),
        ("Quillon의 대표는 누구인가요?", (QUILLON,), "who is the ceo of Quillon?"),
        ("Quillon 누가 창업했나", (QUILLON,), "who founded Quillon?"),
        ("Quillon은 언제 설립됐나요", (QUILLON,), "when was Quillon founded?"),
        ("Quillon 투자 얼마", (QUILLON,), "how much did Quillon raise?"),
        ("Quillon에 투자한 회사", (QUILLON,), "who invested in Quillon?"),
        ("Quillon이 투자한 회사", (QUILLON,), "what did Quillon invest in?"),
        ("Quillon을 누가 인수했나", (QUILLON,), "who acquired Quillon?"),
        ("Quillon 시리즈 B 누가 주도", (QUILLON,), "who led Quillon's Series B?"),
        ("Quillon 로보틱스 목표주가", (QUILLON,), "target price of Quillon?"),
        ("2024년 Quillon 매출", (QUILLON,), "revenue of Quillon in 2024?"),
        ("Kestrel 2 얼마", (KESTREL,), "how much does Kestrel 2 cost?"),
        ("Quillon 누가 투자했어요?", (QUILLON,), "who invested in Quillon?"),
        ("Quillon 직원 수", (QUILLON,), "how many employees does Quillon have?"),
        ("이번 달 뉴스", (), "news this month?"),
        ("올해 최대 투자", (), "biggest rounds this year?"),
        ("기업가치는?", (), "valuation of it?"),
        ("Quillonの社長は誰ですか", (QUILLON,), "who is the ceo of Quillon?"),
        ("Quillonはいつ設立されましたか", (QUILLON,), "when was Quillon founded?"),
        ("Kestrel 2の価格は", (KESTREL,), "how much does Kestrel 2 cost?"),
        ("Kestrel 2 いくら", (KESTREL,), "how much does Kestrel 2 cost?"),
        ("鷹山機械 Kestrel 2 いくら", (KESTREL,), "how much does Kestrel 2 cost?"),
        ("Quillon 買収 誰", (QUILLON,), "who acquired Quillon?"),
        ("Quillon 出資者", (QUILLON,), "who invested in Quillon?"),
        ("Quillon 投資額", (QUILLON,), "how much did Quillon invest?"),
        ("Quillon 売上", (QUILLON,), "revenue of Quillon?"),
        ("昨年度 Quillon に出資した会社は", (QUILLON,), "who invested in Quillon between April 2024 and March 2025?"),
        ("2024年3月 Quillon 調達額", (QUILLON,), "how much did Quillon raise in March 2024?"),
    ],
)
def test_korean_and_japanese_are_put_in_english(message: str, names: tuple[tuple[str, str], ...], said: str) -> None:
    assert _eastern(message, *names) == said


@pytest.mark.parametrize(
    ("message", "names"),
    [
        ("오늘 날씨 어때", ()),
        ("今日の天気は", ()),
        ("Quillon 얼마", (QUILLON,)),  # a house has no price
        ("무지개 대표", ()),  # nobody knows the name
        ("鷹山機械 Quillon 売上", (QUILLON,)),  # nor who the first is
        ("Quillon 売上 なぜ", (QUILLON,)),
        ("奎隆的估值", (("奎隆", "org"),)),
    ],
)
def test_what_is_not_understood_is_left_as_it_is(message: str, names: tuple[tuple[str, str], ...]) -> None:
    assert _eastern(message, *names) is None


@pytest.mark.parametrize(
    ("run", "read"),
    [("하늘", "haneul"), ("신월", "shinwol"), ("ツカミ", "tsukami"), ("さくら", "sakura"), ("キャット", "kyatto")],
)
def test_letters_are_read_as_they_sound(run: str, read: str) -> None:
    assert read in romanized(run)


@pytest.mark.parametrize("run", ["天斗", "Quillon", "나", "a하늘"])
def test_nothing_else_is_read_so(run: str) -> None:
    assert romanized(run) == []


def test_a_name_may_be_made_of_words_of_both_scripts() -> None:
    assert in_latin("データバンク") == "Data Bank"
    assert in_latin("보스턴다이내믹스") == "Boston Dynamics"
    assert in_latin("データ会社") == ""


NAMES: list[tuple[str, EntityKind]] = [
    ("Solvi Works", "org"), ("Harrow Data Bank", "org"), ("Kelmoor Automobile", "org"), ("Jinlan Gear", "org"),
    ("Pip 3", "product"),
]  # fmt: skip
TEXT = """Solvi Works opens in Daegu

Solvi Works (솔비), a maker of small robots, employs 41 people. The chief executive of Solvi Works is Ha Min-seo.
Solvi Works sells Pip 3 (ピップ) for 88,000 yen. Harrow Data Bank employs 73 people. Jinlan Gear employs 310 people.
Osso Reach (오소리) employs 12 people. Jinlan Gear raised $4 million in May 2023.
"""
FACTS: list[Fact] = [
    (
        "funding",
        {"company": "Jinlan Gear", "amount": usd(4e6), "date": "2023-05"},
        "Jinlan Gear raised $4 million in May 2023.",
    )
]


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Answerer]:
    with Facts.open(of_one(tmp_path_factory.mktemp("tongues"), TEXT, NAMES, FACTS)) as facts:
        yield Answerer(facts)


@pytest.mark.parametrize(
    ("turns", "said"),
    [
        (["솔비 직원 수"], "41 people"),
        (["해로데이터뱅크 직원수", "솔비 직원 수"], "41 people"),
        (["솔비웍스 직원 수"], "41 people"),
        (["솔비의 대표는 누구"], "Ha Min-seo"),
        (["솔비 직원수", "대표는?"], "Ha Min-seo"),
        (["ピップ いくら"], "88,000"),
        (["/ask 솔비 직원 수"], "41 people"),
        (["Wie viele Mitarbeiter hat Solvi Works?"], "41 people"),
        (["오소리 직원 수"], "12 people"),
        (["ハローデータバンクの従業員数", "combien d'employés a Solvi Works"], "41 people"),
        (["金兰齿轮有多少员工"], "310"),
        (["金兰齿轮融资多少"], "$4 million"),
    ],
)
def test_it_is_answered_from_english_articles(asked: Answerer, turns: list[str], said: str) -> None:
    answer = asked.reply(turns)
    assert answer.answered
    assert said in plain(answer)


def test_how_a_name_was_read_is_said(asked: Answerer) -> None:
    assert "(read “솔비” as “Solvi Works”)" in asked.reply(["솔비 직원 수"]).title


@pytest.mark.parametrize(
    "message", ["솔비 매출", "무지개 대표", "Wie hoch ist der Umsatz von Solvi Works", "金兰汽车的员工"]
)
def test_what_no_article_tells_stays_open_in_the_words_of_who_asked(asked: Answerer, message: str) -> None:
    answer = asked.reply([message])
    assert not answer.answered, plain(answer)
    assert message in answer.title
