SELECT e.relation, d.id, d.key, coalesce(d.date, l.period_from), d.authority
FROM edges AS e
CROSS JOIN documents AS d ON d.id = e.source_id
LEFT JOIN loaded AS l ON l.document_id = d.id
WHERE e.target_id = :document AND e.relation IN ('continues', 'amends', 'replaces')
