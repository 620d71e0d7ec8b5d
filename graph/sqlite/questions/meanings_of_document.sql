SELECT meaning_id FROM citations
WHERE document_id = :document AND meaning_id IS NOT NULL
UNION
SELECT candidate_id FROM candidates
WHERE document_id = :document
