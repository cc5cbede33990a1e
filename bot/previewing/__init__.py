"""The reading process behind `bot.intake`: reads pages and files as a build would and says what they would bring.

`python -m bot.previewing` takes one JSON request a line on standard input and gives one reply a line. It fetches and
writes nothing.
"""
