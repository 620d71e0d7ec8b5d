-- What comes after the day asked is not told yet.
SELECT b.id, b.key, b.name, b.kind, b.jurisdiction, b.parent, b.valid_from,
    iif(b.valid_to <= :as_of, b.valid_to, NULL),
    iif(b.successor_date > :as_of, NULL, b.successor),
    iif(b.successor_date <= :as_of, b.successor_date, NULL),
    (SELECT count(DISTINCT item_id) FROM phrases WHERE body_id = b.id AND role = 'lead'),
    (SELECT count(DISTINCT item_id) FROM phrases WHERE body_id = b.id AND role = 'cooperating')
FROM json_each(:bodies) AS n
CROSS JOIN bodies AS b ON b.id = n.value
