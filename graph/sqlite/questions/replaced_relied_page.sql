SELECT d.key, c.name, c.document_id, c.start, c.stop, NULL, c.status, c.method, r.key, (
    {{succeeded}}
    ORDER BY s.date, s.key LIMIT 1
)
{{replaced_relied}}
ORDER BY d.key, c.start, c.ordinal
LIMIT :limit OFFSET :offset
