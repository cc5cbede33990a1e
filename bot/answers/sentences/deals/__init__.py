"""What is asked of a deal beyond who, how much and when, and the sentences that tell it."""
