"""What words may mean: those that a question has and those that the sentence which answers it has instead."""
