"""Sentences that tell in the way a question asks: a word, a reason, a denial, a plan, a difference."""
