"""Reading articles: one file in, one `Article` out, cleaned, dated and with the way back to the original.

read_article(path)            an article file (.md with front matter, .txt as pasted, .html)
article_from_text(name, …)    the same from text at hand
library.walk(folders)         every article below some folders, and what was skipped and why
"""

from bot.articles.errors import UnreadableArticle
from bot.articles.reading import FORMATS, article_from_text, read_article

__all__ = ["FORMATS", "UnreadableArticle", "article_from_text", "read_article"]
