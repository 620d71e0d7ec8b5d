SELECT s.key, e.relation, t.key, e.words, e.origin
FROM evidence AS e
CROSS JOIN documents AS s ON s.id = e.source_id
CROSS JOIN documents AS t ON t.id = e.target_id
WHERE e.registered
ORDER BY s.key, e.relation, t.key
