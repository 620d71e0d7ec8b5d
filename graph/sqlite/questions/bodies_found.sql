SELECT b.id, b.key, b.name
FROM found_bodies
CROSS JOIN bodies AS b ON b.id = found_bodies.rowid
WHERE found_bodies MATCH :words AND (b.valid_from IS NULL OR b.valid_from <= :as_of)
