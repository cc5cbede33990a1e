"""How articles come in: from the public web, from feeds, from a folder, from links and attachments in a chat.

service.Intake(settings, state)       all of it, for a process that serves
fetching.safe_fetch(url)              a page or a feed, from the public web and nowhere else
preview.preview_url / _file / _bytes  what an article would bring; preview.accept keeps it
feeds.Feeds(…).run(stop)              new articles of feeds, written into a folder
watching.watch(folder, …)             what changed in a folder, once it is written to its end

Articles are read in a process of their own (`reader.Reader`); nothing here loads the language model. That process
imports some of these modules, too, so that this one imports none of them.
"""
