"""What a site adds is dropped; what the article says stays."""

from __future__ import annotations

import pytest

from bot.articles import article_from_text
from bot.articles.junk import is_junk

BODY = "Quillon Robotics raised $21 million in a round that Harrow Ventures of Oslo led."


@pytest.mark.parametrize(
    "line",
    [
        "portai",
        "HomeArticle",
        "Do you have questions about the biggest topics? Get the answers with Post Knowledge, our new platform.",
        "Skip to Content Facebook Feature Image",
        "I'm PortAI, I can summarize articles.",
        "返回搜狐,查看更多",
        "Share this article",
        "Share on Facebook Share on X Copy link",
        "Read more: Ten robots that we liked",
        "READ ALSO: Something else entirely | And another",
        "Sign up for our newsletter",
        "Subscribe to our daily newsletter for free",
        "Advertisement",
        "We and our 112 partners use cookies to measure audiences.",
        "This site uses cookies to improve your experience.",
        "© 2025 Robot Post. All rights reserved.",
        "Copyright 2025 Robot Post",
        "Related articles",
        "Image credit: Quillon Robotics",
        "(Picture source: official of the firm)",
        "Photo: Getty Images",
        "Reporting by Anna Holm; Editing by Jan Vik",
        "Responsible editor: small seven",
        "Press contact: press@quillon.example",
        "Risk reminder: the market has risk, investment needs to be cautious.",
        "责任编辑:小七",
        "本文来自36氪",
        "# # #",
        "1,286",
        "5 min read",
        "【Limited time】 The circle's report on hands is only 9 yuan, scan the code to get it ↓↓↓",
        "Scan the QR code to join our group of readers",
        "Item 1 of 2 A Quillon logo is seen at a fair in Leeds, July 9, 2025. REUTERS/Ann Moss",
        "[1/2]A robot stands in a hall in Leeds. REUTERS/Ann Moss Purchase Licensing Rights, opens new tab",
        "Sign up here.",
        "fb-pixel Skip to main content",
        "Share post:",
        "logo",
        "StartseiteArtikel",
        "Home> Photos",
        "Published on",
        "Sponsored By",
        "The post Quillon raises $21 million appeared first on RobotDesk.example.",
    ],
)
def test_lines_of_the_site(line: str) -> None:
    text = f"{BODY}\n\n{line}\n\nIt employs forty people."
    assert article_from_text("a.md", text, "md").text == f"{BODY}\n\nIt employs forty people."


@pytest.mark.parametrize(
    "line",
    [
        "Share prices of Quillon rose 5% after the deal was announced on Monday.",
        "Shares of Quillon fell.",
        "Read more than 40 books a year, Brandt says, and you will see robots in all of them.",
        "Cookies baked by the robot were sold at the fair for $3 each.",
        "The robot can photograph shelves and print labels.",
        "Advertising made up half of its revenue in 2024.",
        "Editor Anna Holm joined Quillon as head of communications in May.",
        "Home robots are next, said Brandt.",
        "Pickers scan the code on each box, and the arm does the rest.",
        "Limited time in the laboratory made the team choose wheels.",
        "More from the fair: Quillon showed the Q2, and Vornec raised $5 million.",
        "About Quillon Robotics",
        "Media contact: Jordan Pike, Quillon Robotics",
        "Money",
        "Follow-on money came from Harrow.",
        "Image recognition is what Quillon sells.",
        "Contact sensors in the hand were developed in Bergen.",
        "评论人士认为，该公司估值过高，但订单增长仍然强劲。",
        "广告收入占公司2024年收入的一半，达到10亿元。",
    ],
)
def test_sentences_of_the_article(line: str) -> None:
    assert not is_junk(line)


@pytest.mark.parametrize(
    "tail",
    [
        "返回搜狐,查看更多",
        "【Responsible editor: Little Bean】【Click to receive the map】",
        " © 2025 Robot Post",
        " Read more >>",
    ],
)
def test_tails_are_cut_off(tail: str) -> None:
    assert article_from_text("a.md", BODY + tail, "md").text == BODY


def test_the_label_of_a_digest_is_no_name() -> None:
    assert article_from_text("a.md", f"Core Viewpoint {BODY}", "md").text == BODY


def test_a_bracket_that_belongs_stays() -> None:
    assert article_from_text("a.md", f"{BODY} 【A new era】", "md").text == f"{BODY} 【A new era】"


def test_the_list_under_related_articles_goes_with_it() -> None:
    text = f"{BODY}\n\nRelated articles\n\nTen robots we liked\n\nQuiz: robot or fridge?\n\nIt was founded in 2021."
    assert article_from_text("a.md", text, "md").text == f"{BODY}\n\nIt was founded in 2021."


def test_what_follows_the_comments_is_other_articles() -> None:
    other = "Vornec opened a plant in Graz, and the company hired 400 people.\n\nIt also bought a rival."
    below = f"No comments yet...\n\nRelated Articles\n\n{other}"
    long = " ".join([BODY] * 6)
    assert article_from_text("a.md", f"{long}\n\n{below}", "md").text == long
    assert "Vornec" in article_from_text("a.md", f"{BODY}\n\n{below}", "md").text, "comments that stand on top"


@pytest.mark.parametrize("around", ["{}\n\n{}", "{} {}", "{}\n![photo](data:image/png;base64,{})"])
def test_a_picture_written_out_as_text_is_no_word(around: str) -> None:
    article = article_from_text("a.md", around.format(BODY, "iVBORw0KGgo" * 20_000), "md")
    assert article.text.startswith(BODY)
    assert len(article.text) < len(BODY) + 20


def test_a_long_address_stays_where_it_was_told() -> None:
    address = "https://example.com/" + "a" * 900
    assert article_from_text("a.txt", f"{BODY}\n\n{BODY} {address}", "txt").text.endswith(address)


def test_where_links_lead_is_no_part_of_a_sentence() -> None:
    text = "Quillon (QLN.O), opens new tab, and Harrow (HRW.L), opens new tab are in talks."
    assert article_from_text("a.md", text, "md").text == "Quillon (QLN.O), and Harrow (HRW.L) are in talks."


def test_what_a_feed_glues_to_a_sentence_goes() -> None:
    text = f"{BODY} The post Quillon (again) appeared on RobotDesk.example. It employs forty people."
    assert article_from_text("a.md", text, "md").text == f"{BODY}  It employs forty people.".replace("  ", " ")


def test_other_stories_end_a_page_but_not_its_first_half() -> None:
    below = "Popular Stories\n\nHarrow Motion is planning to debut the Pogo speaker this year, reports suggest."
    long = "\n\n".join([BODY] * 6)
    assert article_from_text("a.md", f"{long}\n\n{below}", "md").text == long
    assert "Pogo" in article_from_text("a.md", f"{BODY}\n\n{below}", "md").text
