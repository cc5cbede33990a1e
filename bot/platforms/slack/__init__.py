"""Slack: rendering and transport. What is answered is the same everywhere."""

from bot.platforms.slack.platform import SlackPlatform

__all__ = ["SlackPlatform"]
