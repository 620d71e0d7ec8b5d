-- Documents that are for a review of another one of a known day, but for reports of one.
SELECT a.text, d.id, x.id, x.key, x.date
FROM aims AS a
CROSS JOIN documents AS d ON d.id = a.document_id
CROSS JOIN documents AS x ON x.id = a.target_id
WHERE a.relation = 'reviews' AND x.date IS NOT NULL AND d.type <> 'BC'
    AND (:bodies IS NULL OR d.issuer_id IN (SELECT value FROM json_each(:bodies)))
