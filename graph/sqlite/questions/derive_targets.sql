UPDATE targets
SET target_id = (
    SELECT c.meaning_id FROM citations AS c
    WHERE c.document_id = targets.document_id AND c.name = targets.citation
)
WHERE document_id = :document
