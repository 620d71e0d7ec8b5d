SELECT b.id, b.key, b.name, b.kind, b.jurisdiction, b.parent, b.valid_from, b.valid_to, b.successor,
    (SELECT count(DISTINCT item_id) FROM phrases WHERE body_id = b.id AND role = 'lead'),
    (SELECT count(DISTINCT item_id) FROM phrases WHERE body_id = b.id AND role = 'cooperating')
FROM json_each(:bodies) AS n
CROSS JOIN bodies AS b ON b.id = n.value
