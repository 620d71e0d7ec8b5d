-- The place that proves an edge best: in the text :own where it says so, else the first.
SELECT * FROM (
    SELECT document, document_id, start, stop, rule, words
    FROM evidence
    WHERE source_id = :source AND relation = :relation AND target_id = :target
        AND registered = 0 AND document = :own
    ORDER BY start, stop, rule LIMIT 1
)
UNION ALL
SELECT * FROM (
    SELECT document, document_id, start, stop, rule, words
    FROM evidence
    WHERE source_id = :source AND relation = :relation AND target_id = :target
    ORDER BY registered, document, start, stop, rule LIMIT 1
)
LIMIT 1
