"""What the commands of `bot.cli` do. Each module imports its wing only when its command runs."""
