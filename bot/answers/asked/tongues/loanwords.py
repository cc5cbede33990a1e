"""Words of names as hangul, kana and Japanese characters write them, in the letters the articles write them in.

A run that is nothing but these is a name where the articles know it in Latin letters; nothing is read into any other.
"""

from __future__ import annotations

from functools import cache

_ROWS = """
Robot: ロボット 로봇
Robots: ロボッツ
Robotics: ロボティクス ロボティックス 로보틱스
Data: データ 데이터
Bank: バンク 뱅크
Dynamics: ダイナミクス ダイナミックス 다이내믹스 다이나믹스
Boston: ボストン 보스턴
Motion: モーション 모션
Hand: ハンド 핸드
Hands: ハンズ
Lab: ラボ 랩
Labs: ラボス 랩스
Technology: テクノロジー 테크놀로지
Technologies: テクノロジーズ 테크놀로지스
Tech: テック 테크
Systems: システムズ システム 시스템즈 시스템
Automation: オートメーション 오토메이션
Intelligence: インテリジェンス 인텔리전스
Vision: ビジョン 비전
AI: エーアイ 에이아이
Capital: キャピタル 캐피탈 캐피털
Ventures: ベンチャーズ 벤처스
Partners: パートナーズ 파트너스
Works: ワークス 웍스
Machines: マシーンズ 머신스
Motors: モーターズ 모터스
Electronics: エレクトロニクス 일렉트로닉스
Energy: エナジー 에너지
Medical: メディカル 메디컬
Agility: アジリティ 어질리티
Apptronik: アプトロニック 앱트로닉
Figure: フィギュア 피규어 피겨
Unitree: ユニツリー 유니트리
AgiBot: アジボット 애지봇
UBTech: ユービーテック 유비테크
Tesla: テスラ 테슬라
Nvidia: エヌビディア 엔비디아
Google: グーグル 구글
Amazon: アマゾン 아마존
Microsoft: マイクロソフト 마이크로소프트
OpenAI: オープンAI 오픈AI 오픈에이아이
Meta: メタ 메타
Apple: アップル 애플
Xiaomi: シャオミ 샤오미
Huawei: ファーウェイ 화웨이
Tencent: テンセント 텐센트
Alibaba: アリババ 알리바바
SoftBank: ソフトバンク 소프트뱅크
Toyota: トヨタ 豊田 도요타
Honda: ホンダ 本田 혼다
Sony: ソニー 소니
Hitachi: 日立 히타치
Fanuc: ファナック 화낙
Yaskawa: 安川 安川電機 야스카와
Kawasaki: 川崎重工 가와사키
ITOCHU: 伊藤忠 伊藤忠商事
Mitsubishi: 三菱 미쓰비시
Denso: デンソー 덴소
Panasonic: パナソニック 파나소닉
Hyundai: 現代自動車 ヒュンダイ 현대 현대차
Samsung: サムスン 삼성
Doosan: 斗山 두산
Hanwha: ハンファ 한화
Naver: ネイバー 네이버
Kakao: カカオ 카카오
Rainbow: レインボー 레인보우
Bear: ベア 베어
Skild: スキルド 스킬드
Neura: ニューラ 뉴라
Physical: フィジカル 피지컬
Optimus: オプティマス 옵티머스
Atlas: アトラス 아틀라스
"""
_LONGEST = 12


def in_latin(run: str) -> str:
    """A run of characters in Latin letters; empty where it is not made of such words alone."""
    known, out, at = _table(), [], 0
    text = run.replace("・", "").replace("·", "")
    while at < len(text):
        size = next((n for n in range(min(_LONGEST, len(text) - at), 0, -1) if text[at : at + n] in known), 0)
        if not size:
            return ""
        out.append(known[text[at : at + size]])
        at += size
    return " ".join(out)


@cache
def _table() -> dict[str, str]:
    out: dict[str, str] = {}
    for row in _ROWS.strip().splitlines():
        latin, _, words = row.partition(": ")
        out.update(dict.fromkeys(words.split(), latin))
    return out


def written_so(run: str) -> list[tuple[str, str]]:
    """The longest parts of a run, from its start on, that are made of such words, with what they are."""
    parts = ((run[:end], in_latin(run[:end])) for end in range(len(run), 1, -1))
    return [(part, latin) for part, latin in parts if latin]
