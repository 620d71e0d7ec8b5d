INSERT OR IGNORE INTO evidence (
    source_id, relation, target_id, registered, document, start, stop, rule, document_id
)
SELECT below.meaning_id, l.relation, above.meaning_id, 0, :key, l.start, l.stop, l.rule, :document
FROM links AS l
CROSS JOIN citations AS below ON below.document_id = l.document_id AND below.name = l.source
CROSS JOIN citations AS above ON above.document_id = l.document_id AND above.name = l.target
WHERE l.document_id = :document AND l.relation <> 'cites' AND below.meaning_id <> above.meaning_id
