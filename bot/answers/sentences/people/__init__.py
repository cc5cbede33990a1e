"""Sentences on people: every one that is on somebody, and which of them tell what is asked."""
