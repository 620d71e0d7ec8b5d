SELECT d.id, d.key, d.names, d.words
FROM json_each(:numbers) AS n
CROSS JOIN documents AS d ON d.id = n.value
WHERE d.standing = 'cited'
    AND NOT EXISTS (SELECT 1 FROM citations WHERE meaning_id = d.id)
    AND NOT EXISTS (SELECT 1 FROM candidates WHERE candidate_id = d.id)
    AND NOT EXISTS (SELECT 1 FROM evidence WHERE source_id = d.id)
    AND NOT EXISTS (SELECT 1 FROM evidence WHERE target_id = d.id)
