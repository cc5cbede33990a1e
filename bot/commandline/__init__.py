"""What the commands of `bot.cli` do. Each module is imported only when its command runs, but for those that say so."""
