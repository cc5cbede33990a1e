"""Words that are capitalised without being names, and words that hold a name together."""

from __future__ import annotations

NOT_NAMES = frozenset({
    "the", "a", "an", "this", "that", "these", "those", "it", "its", "he", "she", "they", "his", "her", "their",
    "them", "we", "i", "you", "our", "my", "us", "in", "on", "at", "by", "for", "from", "of", "to", "with", "as",
    "but", "and", "or", "so", "if", "when", "while", "after", "before", "since", "until", "where", "who", "what",
    "why", "how", "which", "whose", "not", "no", "yes", "there", "here", "then", "now", "also", "both", "all", "some",
    "most", "many", "few", "more", "other", "others", "another", "such", "one", "two", "three", "four", "five", "six",
    "seven", "eight", "nine", "ten", "eleven", "twelve", "only", "just", "even", "still", "yet", "however",
    "meanwhile", "moreover", "additionally", "furthermore", "according", "despite", "during", "under", "over",
    "between", "among", "through", "against", "about", "into", "like", "unlike", "because", "although", "though",
    "once", "last", "next", "first", "second", "third", "earlier", "later", "today", "yesterday", "tomorrow",
    "tonight", "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november", "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec",
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "ceo", "cto", "coo", "cfo", "cmo",
    "cio", "cso", "cco", "cpo", "cro", "chro", "ipo", "ai", "vp", "svp", "evp", "r&d", "hr", "pr", "series", "round",
    "chief", "president",
    "chairman", "chairwoman", "chair", "director", "vice", "head", "professor", "dr", "mr", "mrs", "ms", "prof",
    "sir", "founder", "co-founder", "cofounder", "manager", "partner", "executive", "officer", "minister",
    "spokesman", "spokeswoman", "spokesperson", "analyst", "engineer", "scientist", "usd", "rmb", "eur", "gbp", "cny",
    "jpy", "krw", "hkd", "yuan", "won", "yen", "q1", "q2", "q3", "q4", "h1", "h2", "fy", "us$", "hk$", "phd", "ph.d.",
    "ph.d", "mba", "msc", "bsc", "faq", "q&a", "lidar", "llm", "vla", "llms", "gpu", "gpus", "cpu", "ebitda", "spac",
    "esg", "b2b", "saas", "raas", "roi", "agv", "amr", "amrs", "agvs", "oem", "oems", "robots", "humanoid",
    "humanoids", "startup", "startups", "start-up", "company", "companies", "investors", "investor", "existing",
    "new", "each", "every", "neither", "either", "several", "nearly", "almost", "around", "roughly", "sources",
    "people", "shares", "sales", "revenue", "asked", "founded", "based", "backed", "led", "built", "made", "total",
    "price", "market", "news", "money", "deals", "products", "launches", "moves", "funding", "brief", "briefly",
    "source", "q", "cfa", "photo", "image", "editor", "note", "update", "correction", "exclusive", "breaking", "report",
    "reports", "what's", "it's", "that's", "he's", "she's", "there's", "they're", "we're", "i'm", "i've", "don't",
    "let", "read", "see", "ask", "take", "think", "look", "say", "says", "said", "is", "are", "was", "were", "has",
    "have", "had", "will", "would", "can", "could", "should", "might", "must", "do", "does", "did", "be", "been",
    "being", "angel", "seed", "pre-seed", "pre-a", "a+", "b+", "ev", "evs", "sme", "smes", "kpi", "kpis", "gdp",
    "ceo's", "cobots", "cobot", "amr's", "api", "apis", "sdk", "ar", "vr", "os", "iot", "am", "pm", "ok",
    "asia-pacific", "apac", "emea", "gen", "covid", "covid-19", "internet", "easter", "christmas", "thanksgiving",
    "ramadan", "halloween", "mou", "loi", "jv", "named", "called", "dubbed",
    "nobody", "everybody", "everyone", "anyone", "anybody", "someone", "somebody", "nothing", "everything",
    "post-80s", "post-85s", "post-90s", "post-95s", "post-00s",
    "approximately", "spacs", "ipos", "m&a", "m&as", "faqs", "pipe",
})  # fmt: skip
"""Folded words that never make a name alone."""

NEVER_ALONE = frozenset({
    "turnover", "headquarters", "capacity", "transcript", "screenshot", "colleagues", "representative", "corporate",
    "business", "development", "profit", "orders", "staff", "customers", "headcount", "valuation", "shipments",
    "production", "founders", "retiring", "year", "robotics", "robot", "humanoid", "version", "verdict", "integration",
    "chapter", "host", "interviewer", "moderator", "layoffs", "board", "payroll", "eps", "summary", "loading",
    "forecast", "performance", "backlog", "guidance", "highlights", "takeaways", "advertisement",
    "advertisements", "advertising",
    "bull", "bear", "pros", "cons", "gaap", "reporting", "editing", "episode", "category", "categories", "verified",
    "additional", "employees", "rating", "disclosure", "sponsor", "relations",
    "unsubscribe", "login", "secretary", "explainer", "infographic", "capex",
})  # fmt: skip
"""Words that make no name alone, though they are parts of names."""

LABELS_OF_LINES = frozenset({
    "key takeaways", "key takeaway", "key points", "key highlights", "key facts", "key findings", "key insights",
    "core insights", "net loss", "net income", "net profit", "net sales", "gross profit", "gross margin", "gross loss",
    "operating income", "operating loss", "operating profit", "operating margin", "total revenue", "total revenues",
    "adjusted ebitda", "adjusted eps", "free cash flow", "cash flow", "balance sheet", "fair value", "order backlog",
    "financial highlights", "business highlights", "financial results", "company performance", "market overview",
    "executive summary", "ai summary", "ai overview", "quick summary", "table of contents", "bottom line",
    "big picture",
    "full story", "full article", "image source", "image credit", "photo credit", "read more", "related articles",
    "related stories", "most read", "further reading", "share this article", "listen to this article", "press release",
    "news release", "media contact", "investor relations", "forward-looking statements", "robot-as-a-service",
    "robots-as-a-service", "market size", "market share", "year over year", "humanoid robot", "humanoid robots",
    "robot dog", "robot dogs", "robotic dog", "delivery robot", "delivery robots", "t-shirt", "t-shirts",
    "home page", "sign up", "log in", "privacy policy", "cookie policy", "terms of use", "frequently asked questions",
})  # fmt: skip
"""What stands over a part of a page or before a figure in a list, and names nobody."""

ORDINALS = frozenset({
    "new", "first", "second", "third", "two", "one", "three", "four", "five", "six", "seven",
    "eight", "nine", "ten", "all", "other", "both", "next",
    "some", "under", "over", "like", "a", "no", "pre", "just", "angel", "seed", "open",
})  # fmt: skip
"""Words that may begin a name of two words and more ("Second Shift", "First Motor")."""

MONTH_NAMES = frozenset({"jun", "mar", "may", "jan", "dec", "sep", "april", "june", "august", "march"})
"""Month names that are also parts of people's names ("Lei Jun", "Theresa May")."""

PARTICLES = frozenset({
    "de", "du", "van", "von", "der", "den", "di", "da", "dos", "la", "le", "el", "al", "bin", "ibn", "ter", "ten",
    "del", "des", "della", "dello", "degli", "dei", "das", "zu", "zum", "zur", "af",
})  # fmt: skip

HYPHEN_TAILS = frozenset({
    "led", "made", "run", "like", "born", "based", "backed", "owned", "style", "class", "free", "level", "wide",
    "built", "held", "funded", "only", "type", "sized", "grade", "trained", "native", "linked", "listed", "era",
    "maker", "on", "in", "to", "up",
})  # fmt: skip
"""What follows a name and a hyphen without being part of the name ("Munich-based")."""

UNIT_WORDS = frozenset({
    "million", "billion", "trillion", "percent", "per", "%", "people", "robots", "units", "years", "months", "m",
    "bn", "staff", "employees", "yuan", "won", "yen", "euros", "dollars", "engineers", "companies", "-", "days",
    "weeks", "hours", "kg", "k", "times",
})  # fmt: skip

TITLE_WORDS = frozenset({
    "ceo", "cto", "coo", "cfo", "cmo", "cio", "president", "chairman", "chairwoman", "chair", "director", "chief",
    "executive", "officer", "professor", "prof", "prof.", "dr", "dr.", "mr", "mr.", "mrs", "mrs.", "ms", "ms.",
    "founder", "co-founder", "cofounder", "vice", "head", "manager", "minister", "analyst", "partner", "engineer",
    "scientist", "spokesman", "spokeswoman", "spokesperson", "operating", "financial", "technology", "technical",
    "marketing", "senior", "managing", "general", "deputy", "boss", "sir", "lead", "judge", "academician", "senator",
    "classmate", "representative", "supervisor", "coordinator", "technician", "founders", "co-founders",
    "cofounders", "professors", "analysts", "executives",
})  # fmt: skip
"""Words of posts, which stand between an organisation's name and a person's."""

SOFT_TITLES = frozenset(
    {
        "general",
        "technology",
        "technical",
        "managing",
        "partner",
        "lead",
        "marketing",
        "financial",
        "operating",
        "senior",
    }
)
"""Words of posts that are as often parts of names ("General Atlantic", "Technical University")."""

OF_HEADS = (
    r"(?:Universit\w+|Institutes?|Colleges|Ports?|Museum|Mall|Hospitals?|Corps|Directorate|Organi[sz]ation|Laborator(?:y|ies)|"
    r"Authority|Foundation|Alliance|Union|Court|Conservatory|Confederation|Consortium|Hall|Brothers|Sisters|System|Base|"
    r"Secretariat|Parliament|Embassy|Government|Library|Polytechnic|Army|Angels|Cooperative|Diocese|Archdiocese|Order|"
    r"Academy|Ministry|Bank|School|College|Department|Bureau|Office|Faculty|Chamber|Commission|"
    r"Centre|Center|Council|House|Group|Board|Federation|Association|Society|Agency|City|State|Republic|Kingdom|Journal|Fund)\Z"
)
"""Heads that take "of" into the name."""

POST_FIELDS = frozenset({
    "software", "hardware", "engineering", "product", "products", "finance", "sales", "marketing", "operations",
    "research", "development", "design", "robotics", "strategy", "manufacturing", "growth", "communications", "people",
    "legal", "ai", "autonomy", "perception", "business", "technology", "data", "machine", "learning", "partnerships",
    "policy", "security", "safety", "supply", "chain", "quality", "program", "programs", "management", "science",
    "global", "customer", "success", "solutions", "commercial", "corporate", "investor", "relations", "public",
    "affairs", "government", "human", "resources", "talent", "systems", "platform", "infrastructure", "mechanical",
    "electrical", "controls", "services", "service", "automation", "ict", "&",
})  # fmt: skip
"""What somebody is vice president or head of, which may stand right before the name."""

RELATIONS = frozenset({
    "upstart", "startup", "start-up",
    "maker", "broker", "lender", "consultancy", "insurer", "distributor", "integrator", "manufacturer",
    "landlord", "bidder",
    "parent", "rival", "neighbour", "neighbor", "classmate", "flatmate", "investor", "backer", "customer", "supplier",
    "partner", "competitor", "insiders", "bankrupt", "insolvent", "fellow", "former", "then", "troubled", "embattled",
    "listed", "named", "called", "owner", "subsidiary", "newcomer", "unicorn", "carmaker", "automaker", "chipmaker",
    "retailer", "shipbuilder", "wholesaler", "brother", "sister", "daughter", "son", "uncle", "wife", "husband",
    "economist", "researcher", "lawyer", "roboticist", "entrepreneur", "designer", "inventor", "administrator",
})  # fmt: skip
"""Words that tell what a name behind them is to somebody, without being a part of it."""

POSTS_AHEAD = frozenset({
    "md", "cmo", "board", "secretary", "trustee", "councilor", "councillor", "councilman", "councilwoman", "mayor",
    "governor", "commissioner", "chancellor", "provost", "dean", "rector", "captain", "colonel", "lieutenant", "nurse",
    "sergeant", "admiral", "commander", "chef", "author", "editor", "reporter", "correspondent", "columnist", "host",
    "photographer", "guest", "moderator", "winner", "laureate", "champion", "farmer", "coach", "inventor", "surgeon",
    "lord", "lady", "dame", "baroness", "baron", "emeritus", "treasurer", "attorney", "promoter", "promoters", "fellow",
    "ambassador", "bishop", "premier", "student", "graduate", "intern", "independent", "broker", "trader", "organizer",
})  # fmt: skip
"""What somebody is, right before the name ("Board Secretary Jane Doe", "MD Jane Doe")."""

HEADLINE_VERBS = frozenset({
    "Joined", "Joins", "Joining", "Left", "Leaves", "Leaving", "Quit", "Quits", "Acquired", "Acquires", "Acquiring",
    "Bought", "Buys", "Buying", "Sold", "Sells", "Hired", "Hires", "Hiring", "Taps", "Tapped", "Appoints", "Picks",
    "Backs", "Backing", "Founded", "Founds", "Launched", "Launches", "Launching", "Unveils", "Unveiled", "Meets",
    "Sues", "Sued", "Eyes", "Exits", "Exited", "Invests", "Invested", "Leads", "Led", "Leading", "Named", "Names",
    "Partnered", "Became", "Becomes", "Runs", "Uses", "Using", "Beats", "Inside", "Overtakes", "Outsells",
})  # fmt: skip
"""What headlines write with a capital before a name that is no part of it."""

FIELDS = frozenset({
    "science", "sciences", "technology", "technologies", "aeronautics", "astronautics", "economics", "finance", "trade",
    "industry", "energy", "commerce", "agriculture", "water", "environment", "education", "culture", "sport", "sports",
    "labor", "labour", "employment", "welfare", "health", "family", "innovation", "engineering", "telecommunications",
    "law", "politics", "medicine", "pharmacy", "forestry", "fisheries", "oceans", "infrastructure", "transport",
    "transportation", "tourism", "communications", "information", "electronics", "mechanics", "mathematics", "physics",
    "chemistry", "biology", "arts", "crafts", "design", "architecture", "planning", "development", "reconstruction",
    "cooperation", "security", "defense", "defence", "justice", "interior", "startups", "ict", "ai", "robotics",
    "automation", "control", "computing", "petroleum", "mining", "resources", "livestock", "prevention", "research",
    "machinery", "metallurgy", "materials", "mechanical", "minerals", "rural", "social", "digital", "economy",
    "taxation", "budget", "foresight", "trades", "standards", "management", "statistics", "telecom", "logistics",
})  # fmt: skip
"""What ministries, institutes and schools are for."""
