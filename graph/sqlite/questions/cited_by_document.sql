-- The documents that a text's citations mean or may mean, as those who cite them tell.
SELECT d.key, a.standing, a.authority, a.type, a.number, a.symbol, a.date, a.issuer, a.term,
    a.jurisdiction, a.title, a.status, a.source, a.confidence
FROM accounts AS a
CROSS JOIN documents AS d ON d.id = a.document_id
WHERE a.standing = 'cited' AND a.document_id IN (
    SELECT meaning_id FROM citations WHERE document_id = :document AND meaning_id IS NOT NULL
    UNION SELECT candidate_id FROM candidates WHERE document_id = :document
)
ORDER BY d.key
