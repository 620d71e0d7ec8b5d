iif(abs(e.start - c.start) < 400, max(e.stop, c.stop), c.stop)
