-- From where to where to quote: the words that give the relation with the citation, or the
-- citation alone where the words stand far away.
iif(abs(a.start - c.start) < 400, min(a.start, c.start), c.start),
iif(abs(a.start - c.start) < 400, max(a.stop, c.stop), c.stop)
