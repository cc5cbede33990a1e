"""Sentences that answer a message which names nobody but describes whom or what it means."""
