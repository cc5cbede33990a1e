"""What a figure of a Chinese sentence measures, by the words before it and the counter behind it."""

from __future__ import annotations

import re
from dataclasses import dataclass

_MONEY: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "",
        re.compile(r"售价|报价|定价|起售|预售|租金|租赁|单价|每股|票价|成交额|罚款|月薪|年薪|奖金|注册资本|报价|价格"),
    ),
    ("valuation", re.compile(r"估值|市值")),
    (
        "total_raised",
        re.compile(
            r"(?:累计|总共|合计|共|已)(?:完成|获得?|已)*(?:融资|募资|募集|筹集|筹资)|"
            r"(?:融资|募资|筹资)(?:总额|总计|累计)|(?:累计|历史)(?:总)?(?:融资|募资)(?:额|"
            r"金额)?"
        ),
    ),
    ("orders", re.compile(r"订单|总价值|合同(?:总)?(?:金额|额)|中标|签单|采购(?:金额|额)|货值")),
    ("loss", re.compile(r"亏损|净亏|亏掉|亏了")),
    ("profit", re.compile(r"净利润?|利润|盈利|EBITDA")),
    ("revenue", re.compile(r"营收|营业收入|收入|销售额|营业额|流水")),
    ("market_size", re.compile(r"市场规模|市场空间|产业规模|行业规模")),
    ("other", re.compile(r"(?:研发|销售|管理|财务)(?:费用|投入|支出|开支)|研发投入|现金(?:储备|及)|在手现金|账上")),
    ("investment", re.compile(r"总投资|投资额|投资总额|计划投资|共投入|累计投入|基金规模|总规模|首期规模")),
)
_UNITS = re.compile(
    r"出货|交付|销量|售出|卖出|销售|部署|量产|下线|投放|装机|上岗|提供|引入|投用|投入使用|"
    r"生产|居首|紧随|位居|以|共有|投产|落地|运行|在役|保有量|租出|供应|安装|产量|使用|"
    r"采购|购买|上线|拥有|已有|累计"
)
_ORDERS = re.compile(r"订单|意向|预订|预定|下单|订购|订货|认购")
_CAPACITY = re.compile(r"产能|年产|月产|日产")
_STAFF = re.compile(r"员工|团队|人员|职工|雇员|在职|中心|研发|全职|成员|全员|规模|公司")
_NO_STAFF = re.compile(
    r"增加|减少|招聘|扩编|扩招|限|参会|出席|观众|学员|用户|裁员|裁|优化|新增|招|到场|培训|扩大至|扩充"
)
_RATIO = re.compile(
    r"持股|股权|股份|占比|份额|市占率|占|成功率|准确率|良率|毛利率|国产化率|复购率|识别率|"
    r"完成率|渗透率|净利率|可用率|精度"
)
_GROWTH = re.compile(
    r"同比|环比|增长|增幅|下降|下滑|上升|提升|提高|上调|下调|较[^，]{0,10}|涨|跌|升(?!级)|"
    r"增|减少|降低|翻|用于|用作|超额|研发占比|折扣"
)
_COUNTERS = r"(?:台|套|只|部|辆|架|具|个(?!月|国|城|百分|人|小时|城市|省)|件|条(?!产线|生产线))"


@dataclass(frozen=True, slots=True)
class Measure:
    """`factor` turns the number as read into the value (六成 is 60, a loss is negative)."""

    name: str
    unit: str
    factor: float = 1.0


def of_money(before: str, after: str, currency: str) -> Measure | None:
    """By the cue nearest before the sum, else one right behind it."""
    for text in (before, after[:8]):
        hits = [(m.end(), len(m[0]), name) for name, rule in _MONEY for m in rule.finditer(text)]
        if hits:
            name = max(hits)[2] if text is before else min(hits)[2]
            if not name:
                return None
            return Measure("profit", currency, -1.0) if name == "loss" else Measure(name, currency)
    return None


def of_number(before: str, after: str) -> Measure | None:
    """By the counter behind the number and the cue before it in the clause."""
    if percent := re.match(r" ?(?:%|％|个百分点|成(?!立|为|功|员|本|都|果|交|型|熟|长|人))", after):
        if "百分点" in percent[0] or (_GROWTH.search(before[-12:]) and not re.search("持股|股权|份额|占", before[-8:])):
            return None
        if _RATIO.search(before[-14:]) or re.match(r".{0,3}(?:股权|股份|份额)", after[percent.end() :]):
            return Measure("other", "%", 10.0 if percent[0] == "成" else 1.0)
        return None
    if re.match(
        r"(?:余|多)?(?:名|位)?(?:全职)?(?:员工|人(?!民|形|次|类|工|机|才))|(?:余|多)?名(?:员工|研发|工程师)", after
    ):
        wide = before[-22:]
        return Measure("employees", "人") if _STAFF.search(wide) and not _NO_STAFF.search(wide) else None
    if re.match(r"轮(?:融资|[。，；])", after) and re.search(r"完成|共|累计|获|进行", before[-8:]):
        return Measure("rounds", "轮")
    if re.match(r"(?:个)?参数", after) or re.search(r"参数(?:规模|量|总量)?(?:为|达|达到|约|超过?|高达)*$", before):
        return Measure("other", "参数")
    if re.match(r"(?:多|余)?次", after) and re.search(r"下载|调用|下载量", before[-12:]):
        return Measure("other", "次")
    if re.match(r"(?:多|余)?(?:个)?小时", after) and re.search(
        r"数据|无故障|训练|运行|时长", before[-14:] + after[:10]
    ):
        return Measure("other", "小时")
    counted = re.match(rf"(?:余|多)?(?:万)?(?P<unit>{_COUNTERS})", after)
    if counted is None:
        return None
    near = before[-24:]
    if _CAPACITY.search(near) or re.match(r".{1,3}(?:的)?(?:年|月)?产能", after):
        return Measure("capacity", counted["unit"])
    if _ORDERS.search(near[-14:]) or re.match(r".{1,12}?(?:订单|意向)", after):
        return Measure("orders", counted["unit"])
    if re.search(r"增加|减少|招聘|增至", near[-6:]):
        return None
    if _UNITS.search(near) or re.match(
        r".{1,2}[^，。；]{0,10}?(?:居首|紧随|位居|交付|下线|上岗|投入|部署|订单|出货)", after
    ):
        return Measure("units", counted["unit"]) if counted["unit"] in "台套只部辆架具" else None
    return Measure("units", counted["unit"]) if counted["unit"] in "台辆架" and len(before) < 4 else None
