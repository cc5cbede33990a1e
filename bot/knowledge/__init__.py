"""From what articles say to what happened: statements of all articles in, events and entities out.

`resolve` says who is meant, `one` joins what articles name differently, `merge` puts the statements of one event
together, `rank` orders what they say of it, `events` makes the events. `judged` applies what administrators decided,
`changes` compares with the build before, `withheld` leaves out what was retracted.
"""
