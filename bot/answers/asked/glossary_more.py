"""More words of the field in Chinese and in English: of bids, listings, output, goods for the house."""

ROWS = """
replaced: 换人 换人了 换了人 换帅
staff: 人员 人手
participants: 参投方 跟投方 参与方
existing investors: 老股东
cumulative funding: 累计融资额
use of proceeds: 融资用途 资金用途 募资用途 钱用来做什么 资金用来做什么 资金用来干什么
progress: 进展
place: 地点
issue price: 发行价 发行价格
closing price: 收盘价
widened: 扩大 扩大了
cash flow: 现金流
debt ratio: 负债率
burns: 烧 烧掉 烧钱
customer concentration: 客户集中度
rank: 第几 排第几
yield rate: 良品率 良率
supplied: 供的 供
parameters: 参数 参数量
amount of data: 数据量
postponed: 推迟 推迟了 延期 延后 暂缓
withdrew: 退出 退出了 撤回 撤回了
purchase price: 收购价 收购价格 收购金额
board members: 董事会成员
board: 董事会
content: 内容
project: 项目
countries: 国家
office: 办公室
english name: 英文名 英文名字
scenarios: 场景 应用场景
fell: 跌 跌了 下跌 下跌了
rose: 上涨 上涨了
buyback: 回购
lock-up expiry: 解禁
suspended: 停牌
cancelled: 取消 取消了 作废
delayed: 延迟 延误
returned: 退货 退回 退了
complained: 投诉
price cut: 降价幅度
price range: 价格区间
pricing: 价位
market cap: 总市值
fundraising: 融资计划
next round: 下一轮 下轮 下一轮融资
pre-orders: 预订量
target customers: 目标客户
sales target: 销售目标 出货目标 交付目标
target for deliveries: 目标交付
after-sales: 售后
certification: 认证 资质
import duty: 关税
sanctions: 制裁
relocated: 迁址
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
