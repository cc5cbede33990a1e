"""What is asked of nobody in particular: what is new, who is told of, and of whom one speaks with at all."""
