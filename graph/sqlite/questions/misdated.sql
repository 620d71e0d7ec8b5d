SELECT d.key, c.name, c.document_id, c.start, c.stop, NULL, t.key, c.date, d.date, t.date
FROM citations AS c
CROSS JOIN documents AS t ON t.id = c.meaning_id
CROSS JOIN documents AS d ON d.id = c.document_id
WHERE c.date <> t.date AND (d.date IS NULL OR d.date <= :as_of)
ORDER BY d.key, c.start, c.ordinal
