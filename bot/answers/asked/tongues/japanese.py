"""The words of plain questions in Japanese."""

from __future__ import annotations

from bot.answers.asked.glossary import english
from bot.answers.asked.tongues.words import Words, rows
from bot.grammar.patterns import Pattern
from bot.names.chinese import traditional

_SAID = """
?who: 誰 だれ 誰が どなた 何者
?when: いつ 何年 何月
?where: どこ 何処 どちら どの都市
?much: いくら どれくらい どのくらい どれだけ おいくら
?many: 何台 何人 何件 何社 台数 何名
?what: 何 なに 何を なん
?which: どの どんな どれ
ceo: 社長 代表 代表者 代表取締役 最高経営責任者 ceo 代表取締役社長 トップ 経営者
cfo: 最高財務責任者 財務責任者 cfo
cto: 最高技術責任者 技術責任者 cto
coo: 最高執行責任者 coo
chairman: 会長
co-founder: 共同創業者 共同創設者
founder: 創業者 創設者 設立者 創立者
founded: 設立 創業 創立 設立日 設立年 創業年 設立された 創業した 設立した 創設した 起業した
former: 前 元
raised: 調達 調達額 資金調達 資金調達額 調達した 調達金額 集めた 出資を受けた
invested: 出資した 投資した 出資 投資 出資する 投資する 投資している 出資している
invested amount: 投資額 出資額
investor: 投資家 出資者 出資元 株主構成 投資元 出資企業
led: リード 主導 リードした 主導した リード投資家
round: ラウンド 資金調達ラウンド
latest: 直近 最新 最近 前回
biggest: 最大 一番大きい 最高額 最多
total: 累計 合計 総額 累積
acquired amount: 買収額 買収金額
amount: 金額 額 規模
valuation: 評価額 企業価値 時価 バリュエーション
market-value: 時価総額
revenue: 売上 売上高 売り上げ 収益 年商
profit: 利益 営業利益 純利益 黒字
loss: 赤字 損失 純損失 営業損失
price: 価格 値段 販売価格 単価 定価 お値段
employees: 従業員 従業員数 社員 社員数 人数
headquarters: 本社 所在地 拠点 本拠地
ipo: 上場 新規上場 ipo 株式公開 上場した 上場する 上場している
plan: 計画 予定
target-price: 目標株価
share-price: 株価
shareholder: 株主 大株主 筆頭株主
customer: 顧客 取引先 納入先 導入企業 導入先
supplier: サプライヤー 供給元 仕入先
partner: パートナー 提携先 提携
competitor: 競合 競合他社 ライバル
acquired: 買収 買収した 買収する 買った
orders: 受注 受注額 注文 受注残
sold: 販売 販売した 売った 売れた
shipments: 出荷台数 販売台数 出荷
delivered: 納入 納入した 納品した 導入した
capacity: 生産能力 年産 生産台数
factory: 工場
product: 製品 商品
robot: ロボット
company: 会社 企業 メーカー
launched: 発売 発売日 発売された 発表 発表された リリース 公開
stake: 持分 持ち分 出資比率 持株比率
left: 退任した 辞任した 退職した 辞めた 退任 辞任
news: ニュース 近況 動向
year: 年
day: 日
number: 数
now: 今 現在
one: 一台 1台
list: 一覧 リスト
name: 名前 氏名
already: すでに もう
this year: 今年 今年度 本年
last year: 昨年 去年
last fiscal year: 昨年度
next year: 来年
last month: 先月
this month: 今月
"""
_SILENT = """
ですか です でしょうか か ますか ました でしたか だった でした だ なの なんですか ください 教えて
教えてください 知りたい について
されました しました していますか していますか？ される された した する し て い る という って とは ある
あります ありますか いる いますか さん 氏 社 では
"""
_PARTICLES = {
    "は": "", "が": "by", "を": "object", "に": "into", "へ": "into", "の": "", "と": "and", "で": "", "も": "",
    "から": "", "への": "into",
}  # fmt: skip

_KANJI = Pattern("[\u4e00-\u9fff]{2,}")


def _is_own(word: str) -> bool:
    """Whether a word is written without kana, and is none in Chinese."""
    return _KANJI.fullmatch(word) is not None and word.translate(traditional()) not in english()


JAPANESE = Words(
    letters="\u3041-\u3096\u30a1-\u30fa",
    said=rows(_SAID),
    silent=frozenset(_SILENT.split()),
    particles=_PARTICLES,
    tails=("ロボティクス", "ロボット", "株式会社", "テクノロジー", "テクノロジーズ", "グループ"),
    year="年",
    month="月",
    series="シリーズ",
    own=frozenset(("投資額", *filter(_is_own, rows(_SAID)))),
)  # fmt: skip
"""What is read of Japanese."""
