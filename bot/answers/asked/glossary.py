"""The words of the field in Chinese and in English: who asks in one language reads articles in the other, too."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from bot.answers.asked.glossary_more import ROWS
from bot.names.chinese import traditional

_ROWS = """
led: 领投 牵头投资
co-led: 联合领投 共同领投
invested in: 投 投资了 投资过 投了 投过 入股 参投 跟投 注资 投资 投给
investors: 投资方 投资人 投资者 投资机构 出资方 资方 金主
shareholders: 股东
largest shareholder: 第一大股东 大股东 最大股东
investment: 投资额 投资金额
raised: 融了 融到 融得 拿了 拿到 募资 集资 筹集 募集 筹资
raised funding: 融资
funding round: 这轮融资 轮融资 融资轮
total raised: 累计融资 总融资 融资总额 一共融资 总共融资 累计融了 一共融了 总共融了 共融资
amount: 金额 数额 总额
valuation: 估值 身价
post-money valuation: 投后估值
pre-money valuation: 投前估值
market value: 市值
acquired: 收购了 收购 并购 买下 买了 买下了 收了
takeover: 收购案 收购交易
merged with: 合并 合并了
sold: 卖了 卖掉 卖掉了 售出 出售 卖给 售
sells: 卖 在卖
stake: 股份 股权 持股 占股
percent stake: 持股比例 股比
holds stake: 持有 控股
ipo: 上市 挂牌 招股 首次公开募股
prospectus: 招股书 招股说明书
stock exchange: 交易所 证券交易所
price: 价格 售价 定价 单价 标价 报价 起售价 价钱
cost: 成本 造价
rent: 租金 月租 租赁费 日租 日租金
rents: 租 租赁 出租 租出 出租的
subscription: 订阅 订阅费 月费
cheap: 便宜 平价
cheapest: 最便宜 最便宜的
most expensive: 最贵 最贵的
expensive: 贵
orders: 订单 订单量 预订 预售 订购
ordered: 下单 订了 订购了 采购了 订
contract: 合同 大单 中标
customers: 客户 用户 买家 客戶
suppliers: 供应商 供货商
supplies: 供应 供货 提供
mass production: 量产 批量生产 规模化量产 大规模生产
production: 生产 制造 投产 产量
made: 做 制作 造 研制
capacity: 产能 年产能 月产能
factory: 工厂 厂房 产线 生产基地 基地
plant: 新工厂 厂
workshop: 车间
production line: 生产线
delivered: 交付了 交付 交付量 交货 发货
shipped: 出货 出了货 出货了
shipments: 出货量 销量 销售量 发货量
shipment ranking: 出货量排名 出货排名
units: 台数 数量
market share: 市场份额 市占率 市占 份额
market: 市场规模 市场有多大 市场
rental market: 租赁市场 租赁市场规模
forecast: 预测 预计 预期 预估 预言
analyst: 分析师
expects: 认为 估计 看好
revenue: 营收 收入 营业收入 年收入 销售额 营业额 流水
profit: 利润 净利润 净利 盈利 赚
net loss: 亏损 净亏损 亏了 亏
gross margin: 毛利率 毛利
employees: 员工 员工数 雇员 职工 员工人数
team size: 团队规模
team: 团队
headcount: 人数
engineers: 工程师
layoffs: 裁员 裁掉 裁了
hired: 聘请 聘请了 招了 挖了 挖来 挖走 挖 招聘 请来
appointed: 任命 任命了 聘任
founder: 创始人 创办人 创办者 创立者 创始者
co-founder: 联合创始人 共同创始人 联创
founding team: 创始团队
founded: 创立了 创办了 成立了 创立 创办 成立 创建 创建了 创业
head: 负责人 主管 掌门人 掌门 头儿 一把手 掌舵人 带头人 带队
leads: 负责 领导 掌管 带领 主导
ceo: 首席执行官 执行长 行政总裁 老板
cto: 首席技术官 技术长
cfo: 首席财务官 财务长 财务总监
coo: 首席运营官 营运长
chief scientist: 首席科学家
chairman: 董事长 主席 董事会主席
president: 总裁
general manager: 总经理
vice president: 副总裁 副总
professor: 教授
director: 总监 主任
board secretary: 董秘 董事会秘书
former: 前任 前 原
current: 现任 目前的 现在的
new: 新任 新 新的 全新
successor: 接班人 继任者 继任
succeeded: 接任 接替 接手
left: 离职 离职了 离开 离开了 走了 辞职 辞职了 卸任 跳槽
joined: 加盟 加入 加入了 加盟了 入职 去了
previously worked at: 之前在 以前在 曾在 此前在 曾任 之前任职 以前任职 曾就职
worked at: 工作 上班 供职 任职 就职 工作过 干过
background: 履历 背景 经历 来历 简历
studied: 读 念 读的 上学 求学 毕业 毕业于 就读 读的大学 上的大学 读书 念书 读大学 上大学 念的大学
university: 大学 母校 院校 学校 高校
doctorate: 博士 博士学位 读博
bachelor: 本科 学士
born: 出生 出生的 生于 岁数
cash: 现金
paid: 付 付了 支付 花 花了 花费 掏
wants to: 想 想要 想买 有意 打算要
round: 一轮 轮融
latest round: 最新一轮 最近一轮 新一轮 上一轮
from: 来自 出自
center: 中心
chairs: 椅子
court: 法院
judge: 法官
world: 世界上
how: 怎样
completed: 完成交割 交割
adviser: 顾问
banks: 银行 投行 保荐人
government order: 政府订单
market for: 市场的
specialist: 专家
lidar: 激光雷达
computing: 算力
brain: 大脑
pharmacy: 药店
household: 家庭 家用
restaurant: 餐厅
subsidy: 补贴款
growth: 增长 增速
dog: 狗
master: 硕士
classmates: 同学 室友
headquarters: 总部 公司总部 总公司
based in: 位于 坐落
registered capital: 注册资本
legal representative: 法人 法定代表人
subsidiary: 子公司
parent company: 母公司
joint venture: 合资公司 合资企业 合资
partners: 合作伙伴 合作方 伙伴
partnered with: 合作 联手 携手
agreement: 协议
signed: 签约 签了 签署 签订
talks: 谈判 洽谈 商谈
denied: 否认 否认了 辟谣
rumor: 传闻 传言 谣言
true: 属实 真的 真
unveiled: 发布 发布了 推出 推出了 亮相 公布 公布了 面世 首发 发布会
open-sourced: 开源 开源了
released: 上线 上线了 开售
model: 模型 大模型
dataset: 数据集
data: 数据
teleoperated: 遥操作 遥操 遥控
world model: 世界模型
score: 得分 分数 跑分 成绩
ranking: 排名 榜单 排行
first place: 第一名 榜首 冠军
second: 第二 第二名
version: 版本 版
humanoid robots: 人形机器人 人形机械人 类人机器人 仿人机器人
humanoids: 人形
robots: 机器人 机械人 机器
robot dog: 机器狗 机械狗 四足 四足机器人
dexterous hand: 灵巧手
hand: 手 机械手
robot arm: 机械臂 机械手臂
joints: 关节
actuators: 执行器
screws: 丝杠
planetary roller screws: 行星滚柱丝杠
reducers: 减速器 减速机
motors: 电机 马达
sensors: 传感器
skin: 皮肤 电子皮肤
touch: 触觉
gloves: 手套
chip: 芯片
battery: 电池
battery life: 续航 续航时间
charge: 充电 一次充电
weight: 重量 体重
heavy: 重
height: 身高 高度
speed: 速度
degrees of freedom: 自由度
payload: 负载 载重
parts: 零部件 零件 部件 配件
embodied: 具身 具身智能
autonomous driving: 自动驾驶 无人驾驶
cars: 汽车 车
deployed: 部署 部署了 落地 上岗 应用 投入使用 上了 进了
used in: 用在 用于 使用 用
fleet: 车队
uptime: 开机率 稼动率
pilot: 试点 试用 测试
warehouse: 仓库 仓储
hospital: 医院
school: 学堂 训练学校
training ground: 训练场 训练基地 实训场
training: 训练 培训
exhibition: 展会 展览
government: 政府
fund: 基金
grant: 补贴 补助 拨款
state capital: 国资
loan: 贷款
plan: 计划 打算 规划 准备
target: 目标
goal: 指标
expand: 扩张 扩产 扩建
overseas: 海外 出海 国外
export: 出口
domestic: 国内 本土
import: 进口
global: 全球 世界 国际
patents: 专利
lawsuit: 诉讼 起诉 官司 告
bankrupt: 破产 倒闭 清算
refund: 退款 退钱
cut: 砍 砍到 砍掉 下调 削减 降到 降价 降
raised price: 涨价 涨
lost: 输给 输
won: 赢 中了
reason: 原因 理由
said: 说 说过 表示 称
name: 名字 名称
nickname: 绰号
code name: 代号
product: 产品
company: 公司 企业
startup: 初创公司 初创企业 初创
competitors: 竞争对手 对手 竞品
landlords: 房东
own: 自有 自己的
spring festival: 春节 过年
new year's eve: 除夕 大年三十
gala: 春晚 晚会
year-end: 年底 年末 今年年底
by year-end: 到年底 年底前
end of: 底
half: 上半年 下半年
first half of: 上半
quarter: 季度
first quarter: 一季度 第一季度
second quarter: 二季度 第二季度
third quarter: 三季度 第三季度
fourth quarter: 四季度 第四季度
per hour: 一小时 每小时 一个小时 小时
on: 那天 当天 当日
per day: 一天 每天 一日 每日
per month: 一个月 每月 每个月 月
a year: 一年 每年 年
each: 一台 每台 一个 每个 一只 一套 各 分别 一支 一件
now: 现在 目前 如今 现时 眼下 当前 至今 今天
before: 之前 以前 原来 此前 原先 从前
latest: 最新 最近 最近的 最新的 近期
first: 首 首个 第一个 最早 最初 首次 第一
last: 最后 上一
this year: 今年
last year: 去年
next year: 明年
next: 下一 下一个 下一步
largest: 最大 最大的
smallest: 最小
most: 最多 最多的
so far: 到目前为止 迄今 目前为止
inside: 里面 包含 包括
both: 都
female: 女
strategic round: 战略轮 战略融资
angel round: 天使轮
seed round: 种子轮
consecutive rounds: 连续两轮
rounds: 轮次
deal: 交易
offer: 出价 要约
buyer: 买方 收购方
seller: 卖方
spun off: 分拆 拆分
renamed: 改名 更名
formerly called: 原名 曾用名
exclusive: 独家
moved: 搬 搬到 搬去 搬迁
built: 建 建了 建在 建设
developed: 研发 开发 自研
self-developed: 自研的
lab: 实验室
research institute: 研究院 研究所
division: 事业部 部门
store: 门店 店
opened: 开业 开了 开张
downloads: 下载 下载量
views: 播放量
fire: 着火 起火
recall: 召回
accident: 事故 事故率
business: 业务 主营业务 生意
research and development: 研发投入 研发费用
degree: 学历 学位
major: 专业
adviser of: 导师
former employer: 老东家 前东家 上一家公司
husband: 丈夫
wife: 妻子 老婆
daughter: 女儿
son: 儿子
old: 年龄 多大年纪 岁
nationality: 国籍
applied: 申请 递交 提交 递表
approved: 获批 批准 过会
nasdaq: 纳斯达克
star market: 科创板
per set: 每套
first batch: 首批 第一批
partner: 合伙人
rival: 竞争 竞对
main: 主要
growth rate: 同比 增幅 涨幅
share: 占比 份额占
branch: 分公司 分部
opened office: 落户
incubated: 孵化
under: 旗下
merger: 并购案
area: 面积 占地
start of operation: 投运 启用
bid: 竞购
stopped: 停产 停止 暂停 关停
went bankrupt: 破产了 倒闭了
moved to: 转投 跳槽到 跳槽去
award: 奖 获奖
record: 纪录 记录
height and weight: 身高体重
name of: 叫什么 叫啥
used by: 被用于
shareholding: 持股情况
housewives: 主妇 家庭主妇
"""

_STEM = 5
"""Letters by which an English word is looked up: enough for "raises" and "raised" to meet."""


@cache
def english() -> dict[str, str]:
    """What a Chinese word is in English."""
    out: dict[str, str] = {}
    for row in (*_ROWS.strip().splitlines(), *ROWS.strip().splitlines()):
        said, _, words = row.partition(": ")
        for word in words.split():
            out.setdefault(word, said)
    return out


def in_chinese(words: Iterable[str], most: int = 4) -> list[str]:
    """The Chinese words that some English ones or their stems stand for, the first of each."""
    known = _chinese()
    return [other for word in words for other in known.get(word[:_STEM], ())[:most]]


def with_english(text: str) -> str:
    """A text that holds Chinese with what its words are in English after it; single characters tell too little."""
    simple = text.translate(traditional())
    return f"{text} {' '.join(english()[met] for met in _longer().findall(simple))}"


@cache
def _longer() -> re.Pattern[str]:
    return re.compile("|".join(sorted((word for word in english() if len(word) > 1), key=len, reverse=True)))


@cache
def _chinese() -> dict[str, tuple[str, ...]]:
    out: dict[str, tuple[str, ...]] = {}
    for word, said in english().items():
        for one in said.split():
            if len(word) > 1 and len(one) > 2:
                out[one[:_STEM]] = (*out.get(one[:_STEM], ()), word)
    return out
