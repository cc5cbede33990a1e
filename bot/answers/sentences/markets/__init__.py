"""Sentences on a whole market: what all raised, how many deals there were, and which was the largest."""
