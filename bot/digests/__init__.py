"""What is new, who gets it when, and that everybody gets it once."""
