"""What a follow-up asks of the answer before it, of its articles, or of the same at another time."""
