"""What an "it" may stand for, by the words around it: nothing, a thing, or anything."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

_GOODS_DO = {
    "cost", "weigh", "walk", "stand", "lift", "retail", "measure", "climb", "run", "carry", "pick", "fold", "grip",
}  # fmt: skip
"""What things do rather than organisations."""
_GOODS_DONE = {
    "unveil", "price", "launch", "release", "sell", "ship", "design", "charge", "show", "introduce", "present", "test",
    "install", "deploy",
}  # fmt: skip
"""What is done to things ("it was unveiled")."""
_GOODS_ARE = {"available", "priced", "tall", "heavy", "cheap", "expensive"}
_GOODS_OBJECT = {
    "use", "test", "deploy", "install", "unveil", "launch", "release", "sell", "ship", "order", "price", "rent", "show",
    "mount", "introduce",
}  # fmt: skip
"""Verbs whose object is a thing ("they tested it")."""


def is_empty(token: Token) -> bool:
    """Whether "it" stands for nothing ("It is clear that …")."""
    head = token.head
    return head.lemma_ in {"be", "seem", "take", "rain"} and any(
        c.dep_ in {"acomp", "attr"}
        and c.lemma_.lower()
        in {
            "clear",
            "possible",
            "likely",
            "unclear",
            "difficult",
            "hard",
            "easy",
            "time",
            "said",
            "known",
            "expect",
            "worth",
        }
        for c in head.children
    )


def means_goods(token: Token) -> bool:
    """Whether "it" is more likely a thing than an organisation, by its verb ("It weighs 40 kg", "tested it")."""
    head = token.head
    if token.dep_ in {"nsubj", "nsubjpass"}:
        lemmas = _GOODS_DONE if token.dep_ == "nsubjpass" else _GOODS_DO
        return head.lemma_.lower() in lemmas or (
            token.dep_ == "nsubj"
            and head.lemma_ == "be"
            and any(c.lemma_ in _GOODS_ARE for c in head.subtree if c.head.i == head.i)
        )
    if token.dep_ == "dobj":
        return head.lemma_.lower() in _GOODS_OBJECT
    return (
        token.dep_ == "pobj" and head.lower_ in {"with", "for"} and head.head.lemma_.lower() in {"work", "pay", "price"}
    )
