-- The place that proves each edge best: in the document `own` where that says so, else the first.
WITH {{asked}},
best AS MATERIALIZED (
    SELECT a.number, coalesce(
        (
            SELECT json_array(document, document_id, start, stop, rule, words)
            FROM evidence INDEXED BY evidence_document
            WHERE document_id = a.own AND source_id = a.source AND relation = a.relation
                AND target_id = a.target
            ORDER BY start, stop, rule LIMIT 1
        ),
        (
            SELECT json_array(document, document_id, start, stop, rule, words)
            FROM evidence
            WHERE source_id = a.source AND relation = a.relation AND target_id = a.target
            ORDER BY registered, document, start, stop, rule LIMIT 1
        )
    ) AS place
    FROM asked AS a
)
SELECT number, json_extract(place, '$[0]'), json_extract(place, '$[1]'),
    json_extract(place, '$[2]'), json_extract(place, '$[3]'), json_extract(place, '$[4]'),
    json_extract(place, '$[5]')
FROM best
WHERE place IS NOT NULL
