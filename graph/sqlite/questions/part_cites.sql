-- The documents that a loaded one merely cites: those that no other edge leads to.
SELECT DISTINCT c.document_id AS source_id, c.meaning_id AS target_id
FROM citations AS c
WHERE c.meaning_id IS NOT NULL AND c.meaning_id <> c.document_id
    AND NOT EXISTS (
        SELECT 1 FROM edges AS e
        -- The plus keeps to the few edges of the source; the target may have thousands.
        WHERE e.source_id = c.document_id AND +e.target_id = c.meaning_id
    )
