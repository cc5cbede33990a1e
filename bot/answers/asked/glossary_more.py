"""More words of the field in Chinese and in English: of bids, listings, output, goods for the house."""

ROWS = """
won the bid worth: 中标金额 中标额 中标价 中标总额 中标价格
won the bid: 中标了
first day rise: 首日涨幅 上市首日涨幅 首日涨了 首日上涨
first day: 首日 上市首日
annual output units: 年产 年产量 年产能力
target price: 目标价 目标价格 目标股价 目标价位
lawn mower: 割草机 割草机器人
vacuum: 扫地机 扫地机器人
when ship: 发货时间 出货时间
third: 第三 第三座 第三家 第三期
joint module: 关节模组 关节模块
module: 模组 模块
first phase: 一期
second phase: 二期
total investment: 总投资 总投资额 投资总额
invest: 投资多少
share price: 股价
broker: 券商
dividend: 分红
order backlog: 在手订单
monthly output: 月产 月产量
delivery date: 交期 交货期 交付时间
warranty: 质保 保修
cofounders: 创始团队成员
founders: 创始人们 谁创立的
laid off: 裁减
hours: 时长
"""
