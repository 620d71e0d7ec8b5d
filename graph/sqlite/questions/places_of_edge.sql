SELECT document, document_id, start, stop, rule, words, registered
FROM evidence
WHERE source_id = :source AND relation = :relation AND target_id = :target
UNION ALL
SELECT d.key, c.document_id, c.start, c.stop, c.rule, NULL, 0
FROM citations AS c
CROSS JOIN documents AS d ON d.id = c.document_id
WHERE :relation = 'cites' AND c.document_id = :source AND c.meaning_id = :target
    AND NOT EXISTS (
        SELECT 1 FROM edges AS e
        WHERE e.source_id = :source AND +e.target_id = :target AND e.relation <> 'cites'
    )
ORDER BY registered, document, start, stop, rule
