iif(abs(e.start - c.start) < 400, min(e.start, c.start), c.start)
