-- The places that say the edges `asked`.
told AS (
    SELECT a.number, e.document, e.document_id, e.start, e.stop, e.rule, e.words, e.registered
    FROM asked AS a
    CROSS JOIN evidence AS e
        ON e.source_id = a.source AND e.relation = a.relation AND e.target_id = a.target
    UNION ALL
    SELECT a.number, d.key, c.document_id, c.start, c.stop, c.rule, NULL, 0
    FROM asked AS a
    CROSS JOIN citations AS c ON c.document_id = a.source AND c.meaning_id = a.target
    CROSS JOIN documents AS d ON d.id = c.document_id
    WHERE a.relation = 'cites' AND NOT EXISTS (
        SELECT 1 FROM edges AS e
        WHERE e.source_id = a.source AND +e.target_id = a.target AND e.relation <> 'cites'
    )
)
