SELECT count(*)
{{relied}};
SELECT d.key, c.name, substr(x.text, c.start + 1, c.stop - c.start), c.start, c.stop, c.status,
    c.method, r.key, ({{succeeded}} ORDER BY s.date, s.key LIMIT 1)
{{relied}}
ORDER BY d.key, c.start, c.ordinal LIMIT 100
