d.key, d.type, d.number, d.symbol, d.date, d.issuer, d.term, d.jurisdiction, d.title,
    d.standing, d.status,
    (
        SELECT count(*) FROM items AS i
        WHERE i.document_id = d.id AND i.kind IN ('task', 'assignment')
    ),
    (SELECT count(*) FROM citations AS c WHERE c.document_id = d.id),
    (
        SELECT count(DISTINCT c.document_id) FROM citations AS c
        WHERE c.meaning_id = d.id AND c.document_id <> d.id
    )
