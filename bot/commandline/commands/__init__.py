"""What the commands are called with. Each imports its wing only when it runs; `bot.cli` gives them their names."""
