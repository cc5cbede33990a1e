"""Sentences on products and companies: every one that is on a thing, and which of them tell what is asked."""
