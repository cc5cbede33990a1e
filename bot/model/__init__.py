"""The nouns every room shares: Article, Statement, Event, Entity, Answer. Imports nothing of ours."""
