UPDATE aims
SET target_id = (
    SELECT nullif(c.meaning_id, aims.document_id) FROM citations AS c
    WHERE c.document_id = aims.document_id AND c.name = aims.citation
)
WHERE document_id = :document
