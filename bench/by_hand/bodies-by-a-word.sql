SELECT b.key, b.name, b.kind, b.jurisdiction, b.parent, b.valid_from,
    iif(b.valid_to <= :day, b.valid_to, NULL),
    iif(b.successor_date > :day, NULL, b.successor),
    iif(b.successor_date <= :day, b.successor_date, NULL),
    (SELECT count(DISTINCT item_id) FROM phrases WHERE body_id = b.id AND role = 'lead'),
    (SELECT count(DISTINCT item_id) FROM phrases WHERE body_id = b.id AND role = 'cooperating')
FROM found_bodies
CROSS JOIN bodies AS b ON b.id = found_bodies.rowid
WHERE found_bodies MATCH '"y"* AND "te"*' AND (b.valid_from IS NULL OR b.valid_from <= :day)
