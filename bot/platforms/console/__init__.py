"""The console: answers in colour, a prompt with history and completion. Holds no knowledge of the domain."""
