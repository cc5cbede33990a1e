"""What is asked most, in a few words, and what a sentence says that tells it of those who are named."""
