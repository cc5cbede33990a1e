"""Small talk and what is asked of the one who answers, in more words and in other languages."""

from __future__ import annotations

from bot.grammar.patterns import Pattern

GREETING = Pattern(
    r"(?:hola|buenos d[ií]as|buenas(?: tardes| noches)?|bonjour|bonsoir|salut|guten (?:tag|morgen|abend)|"
    r"hallo|moin|servus|"
    r"gr[uü](?:ß|ss)e?(?: gott)?|ciao|ol[aá]|안녕(?:하세요|하십니까)?|こんにちは|こんばんは|おはよう(?:ございます)?|"
    r"はじめまして|大家好|你好啊|您好啊|嗨|哈喽|早上好|下午好|晚上好|"
    r"(?:(?:yo|hey|hi|hello) )?(?:what is up|whats up|sup|wassup)|(?:hey|hi|hello|yo) @\w{1,20})"
    r"(?: (?:bot|zusammen|todos|alle|à tous))?"
)
THANKS = Pattern(
    r"(?:danke(?: (?:sch[oö]n|sehr|dir))?|vielen dank|merci(?: (?:beaucoup|bien))?|(?:muchas )?gracias|"
    r"obrigado|grazie|"
    r"ありがとう(?:ございます|ございました)?|どうも|감사합니다|감사해요|고마워(?:요)?|고맙습니다|谢谢你?|"
    r"谢谢您|多谢|謝謝|感谢)|"
    r"(?:(?:ok|okay|great|cool|nice|perfect|good|super|alright|yes)[ ,!]{1,3}){0,3}(?:thanks|thank you|thx|ty|cheers)"
    r"(?:[ ,!]{1,3}(?:bye|bye bye|goodbye|see you|a lot|everyone|team))?"
)
HEARD = Pattern(
    r"nvm|nm|ok(?:ay)?[ ,](?:bye|cool|great|good|nice)|tsch[uü]ss|adi[oó]s|au revoir|再见|拜拜|明白了|好的|知道了"
)
UPSET = Pattern(
    r"(?:oh )?(?:f\W?u\W?c?k|fuck|screw|damn)(?: (?:you|u|off|this|this bot|this thing|it|me))*|fuck(?:ing)? \w+|"
    r"(?:you|ur|u|this|this bot|this thing)(?: (?:is|are|r))? (?:(?:so|just|really|totally|pretty|fucking) )*"
    r"(?:suck|sucks|useless|stupid|dumb|crap|shit|rubbish|garbage|trash|idiotic|terrible|awful|annoying|"
    r"hopeless|broken)|"
    r"(?:stupid|dumb|useless|shitty|bad|terrible) (?:bot|robot|thing|machine|answer)|idiot|moron|shut up|go away|wtf|"
    r"bullshit|crap|shit|damn|stfu|gtfo|(?:你|这|这个机器人)?(?:真|好|太|很)?(?:笨|蠢|垃圾|没用)(?:死了|了)?"
)
ABLE = Pattern(
    r"你是谁|你是什么|你(?:都)?(?:能|会|可以)(?:做|干|回答)?(?:什么|些什么|哪些)|(?:怎么|如何)(?:使用|"
    r"用)(?:你|这个)?|使用说明|"
    r"(?:hilfe|aide|ayuda|도움말|사용법|사용 방법|使い方|ヘルプ)|was kannst du(?: alles)?(?: tun| machen)?|"
    r"wer bist du|"
    r"wie funktioniert (?:das|dieser bot)|(?:que|qu'est-ce que) (?:peux-tu|tu peux) faire|qui es-tu|"
    r"qu[eé] puedes hacer|qui[eé]n eres|(?:넌 |너는 |당신은 )?누구(?:세요|야|니)|뭐 ?할 수 있(?:어|니|나요)|"
    r"(?:あなたは)?誰ですか|何ができますか|(?:what|which) commands (?:are there|do you (?:have|know)|exist|"
    r"can i use)|"
    r"(?:can|could|do) you (?:also )?(?:make|draw|do|show|plot|have)(?: (?:me|us))? (?:any |some )?"
    r"(?:charts?|graphs?|plots?|pictures?|diagrams?)"
)
KNOWS = Pattern(
    r"can (?:i|we|one) (?:trust|rely on) (?:this|it|you|that|these|the data)(?: (?:bot|data|answers?))?|"
    r"(?:are|is) (?:this|these|the|your|those) (?:data|facts?|info\w*|answers?|news) "
    r"(?:real|true|reliable|correct|accurate|verified|made up|invented)|is this real data|"
    r"how (?:reliable|accurate|trustworthy) (?:is|are) (?:this|you|these|it|your|the)(?: (?:data|facts|"
    r"answers|info\w*|"
    r"sources?))?|(?:数据|信息|资料)(?:是)?(?:从哪里来的?|来源(?:是什么)?|哪里来的)|来源是什么|"
    r"woher (?:kommen|stammen) die daten|"
    r"d'où viennent (?:les|tes|vos) données"
)
_ONE = r"(?:articles?|sources?|data)"
CURRENT = Pattern(
    r"when was (?:your|the|its) (?:last|latest|most recent) (?:update|refresh|build)|"
    r"(?:which|what) (?:period|time ?frame|time span|dates?|years?|months?) (?:do|does|is|are) "
    r"(?:you|this|it|your data|the data)(?: (?:cover|covered|have|span|know|go back to))?|"
    rf"(?:the |your )?(?:date of (?:the |your )?)?(?:latest|newest|last|most recent) {_ONE}(?: (?:date|day))?|"
    rf"(?:how|what) (?:recent|current|fresh|new|up[- ]to[- ]date) (?:is|are) (?:the|your|this|these) {_ONE}"
    r"(?: (?:here|in here|you have))?|"
    r"(?:up )?(?:to|until|till) (?:which|what) (?:date|day|month|time) (?:do|does|are|is) (?:you|this|it|"
    r"the data|your data)"
    r"(?: (?:have|know|cover|go|current))?(?: (?:news|data|articles))?|"
    r"(?:数据|信息|新闻|文章)(?:是)?(?:更新到|截至|截止到?|到)(?:什么时候|哪天|几月|何时)(?:的|了)?|(?:数据|"
    r"信息)(?:是)?什么时候的|"
    r"最新的?(?:文章|消息来源)(?:是)?(?:什么时候|哪天|哪篇)的?|wie aktuell (?:sind|ist) (?:die|deine|das|"
    r"ihr\w*)(?: daten)?|"
    r"데이터(?:는)? 언제(?:까지| 거)?(?:야|인가요|예요)?|データはいつの(?:もの)?(?:ですか)?"
)
_TONGUE = r"(?:english|german|french|spanish|chinese|mandarin|japanese|korean|other languages|any other language)"
LANGUAGES = Pattern(
    rf"(?:do|can|could) you (?:also )?(?:speak|understand|know|read|answer|reply|talk|write)(?: (?:in|"
    rf"to me in))? {_TONGUE}|"
    r"(?:what|which) languages? (?:do|can) you (?:speak|understand|know|read|answer in|use)|"
    r"你(?:会|能|可以)?(?:说|懂|讲|用)(?:中文|英文|英语|汉语|日语|韩语)(?:回答)?吗?|sprichst du deutsch|"
    r"sprechen sie deutsch|"
    r"parl(?:es|ez)[- ](?:tu|vous) français|hablas español|日本語(?:は|が)?(?:わかりますか|話せますか|"
    r"できますか|分かりますか)|"
    r"한국어(?:로)? (?:가능(?:해|한가요)?|할 수 있(?:어|나요)|되나요?)"
)
BEYOND = Pattern(
    r"(?:(?:can|could) you )?(?:tell|know)(?: (?:me|us))? (?:a |any |another )?jokes?|"
    r"what (?:time|day) is it(?: now| today)?|(?:what|how) is the weather\b[\w ]{0,30}|"
    r"(?:can you |please )?(?:browse|search|google|look up)(?: (?:on|in))? (?:the )?(?:web|internet|google|"
    r"online)\b[\w ]{0,30}|"
    r"(?:i (?:want|need|would like) to |can i |let me )?(?:talk|speak|chat) (?:to|with) (?:a |an |some )?"
    r"(?:humans?|persons?|people|real person|agent|someone|support|operator)|今天天气(?:怎么样|如何)|讲个笑话"
)
"""What is asked for and is no matter of articles."""
