"""The words of plain questions in Korean."""

from __future__ import annotations

from bot.answers.asked.tongues.words import Words, rows

_SAID = """
?who: 누구 누가 누군 누구인 누구야
?when: 언제 몇년 몇월 언젠
?where: 어디 어딨 어디에 어느도시
?much: 얼마 얼마나 얼마야 얼마에 얼마예
?many: 몇대 몇명 몇개 몇건 대수
?what: 뭐 무엇 뭘 무슨 뭔 어떻게 어때 얼마큼
?which: 어느 어떤
ceo: 대표 대표이사 최고경영자 사장 씨이오 ceo 대표자 공동대표
cfo: 최고재무책임자 재무책임자 cfo 재무이사
cto: 최고기술책임자 기술책임자 cto
coo: 최고운영책임자 coo
chairman: 회장 이사회의장 의장
co-founder: 공동창업자 공동설립자
founder: 창업자 창립자 설립자 창업주
founded: 설립 창업 창립 세웠 세운 만들었 설립일 설립연도 창업연도
former: 전임 전
raised: 투자 투자유치 투자금 유치 유치액 투자받 펀딩 조달 모금 투자액 자금조달 받았
invested: 투자했 투자한 투자하 출자 출자했 출자한
investor: 투자자 투자사 투자처 투자기관 벤처캐피탈 vc
led: 주도 리드 리드투자자 주도했 이끌었
round: 라운드 투자라운드
latest: 최근 최신 마지막 직전
biggest: 최대 제일큰 가장큰 가장많이 최다
total: 누적 총 합계 전체
acquired amount: 인수가 인수금액 인수액
amount: 금액 규모 액수
valuation: 기업가치 밸류에이션 가치 몸값 밸류
market-value: 시가총액 시총
revenue: 매출 매출액 수익
profit: 영업이익 이익 순이익 흑자
loss: 적자 손실 영업손실 순손실
price: 가격 값 판매가 출고가 단가 가격대
employees: 직원 직원수 임직원 사원수 인원 인력
headquarters: 본사 위치 소재지
ipo: 상장 기업공개 ipo 코스닥 공모
plan: 계획 예정 일정
target-price: 목표주가 목표가
share-price: 주가
shareholder: 주주 대주주 최대주주
customer: 고객 고객사 거래처 납품처 구매자
supplier: 공급사 납품사 공급업체 협력사
partner: 파트너 제휴사 제휴
competitor: 경쟁사 경쟁업체 라이벌
acquired: 인수 인수했 인수한 샀 사들였 매입
orders: 수주 주문 수주액 발주 수주잔고
sold: 판매 팔았 판매했 팔린
shipments: 출하량 판매량 출하
delivered: 납품 인도 납품했 인도했
capacity: 생산능력 생산량 연산 캐파
factory: 공장
product: 제품 로봇제품
robot: 로봇
company: 회사 기업 업체 곳
launched: 출시 출시일 발매 공개 발표
stake: 지분 지분율
left: 퇴사 떠났 떠난 사임 퇴임
news: 소식 뉴스 근황 동향
year: 연도
day: 날짜
number: 수 숫자
now: 지금 현재
one: 한대 대당
list: 목록 리스트
name: 이름
already: 이미 벌써
this year: 올해 금년
last year: 작년 지난해
next year: 내년
last month: 지난달
this month: 이번달 이달
"""
_SILENT = """
어요 아요 습니까 었어 았어 었어요 았어요 었나요 았나요 였어요 습니다 니까 어디야
했나 했나요 됐나 됐나요 여부 했을까 됐을까 할까 될까 알려줘 알려주세요 말해줘 알고싶어 궁금해 궁금합니다 이야
인가요 인가 입니까 인지 예요 이에요 에요 야 요 이니 니 임 죠 줘 좀 그럼 그리고
했어 했어요 했습니까 했지 했는지 했니 했던 됐어 됐어요 되었나 되었나요 됐는지 됐니 된 한 하는 하나 하나요
합니까 하고 받았나 받은 받았어 받았나요 였나 였어
있나 있어 있나요 있는 있습니까 되나 되나요 돼 나 나요 어 았나 었나 였나요 ㄴ가 은가 는가 까 지 는지 해 해요 할 까요 들
씨 님
"""
_PARTICLES = {
    "은": "", "는": "", "이": "by", "가": "by", "을": "object", "를": "object", "의": "", "에": "into",
                   "에게": "into",
    "에서": "", "으로": "", "로": "", "와": "and", "과": "and", "랑": "and", "하고": "and", "도": "", "만": "",
    "께서": "by", "한테": "into",
}  # fmt: skip

KOREAN = Words(
    letters="\uac00-\ud7a3",
    said=rows(_SAID),
    silent=frozenset(_SILENT.split()),
    particles=_PARTICLES,
    tails=("로보틱스", "로보틱", "로봇", "주식회사", "회사", "그룹", "테크", "테크놀로지"),
    year="년",
    month="월",
    series="시리즈",
    apart=True,
    glued=("이번 달", "지난 달", "지난 해", "직원 수", "가장 큰", "가장 많이", "목표 주가", "기업 가치",
           "시가 총액", "투자 유치", "공동 대표", "몇 명", "몇 대", "영업 이익"),
)  # fmt: skip
"""What is read of Korean."""
