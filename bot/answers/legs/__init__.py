"""The legs of an answer: each looks in one way for what answers a clause, where another found nothing or says less."""
