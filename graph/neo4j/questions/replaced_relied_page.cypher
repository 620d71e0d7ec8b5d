{{replaced_relied}}
WITH r, c, d, keys ORDER BY d.key, c.start, c.ordinal SKIP $given.offset LIMIT $given.limit
RETURN collect([
    d.key, c.name, d.id, c.start, c.stop, c.quote, c.status, c.method, r.key, keys[0]
]) AS rows
