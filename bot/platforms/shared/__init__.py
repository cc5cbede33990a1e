"""What every chat platform uses: who answers, how an answer is cut into pages, what a button carries."""
