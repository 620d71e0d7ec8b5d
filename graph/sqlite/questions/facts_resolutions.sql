SELECT c.name, c.status, c.method, d.key, c.candidates, c.disagreements
FROM citations AS c
LEFT JOIN documents AS d ON d.id = c.meaning_id
WHERE c.document_id = :document AND c.status IS NOT NULL
ORDER BY c.ordinal
