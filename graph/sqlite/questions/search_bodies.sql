SELECT b.id
FROM found_bodies
CROSS JOIN bodies AS b ON b.id = found_bodies.rowid
WHERE found_bodies MATCH :words
ORDER BY
    b.id NOT IN (SELECT rowid FROM found_bodies WHERE found_bodies MATCH :whole),
    b.key
LIMIT :limit OFFSET :offset
