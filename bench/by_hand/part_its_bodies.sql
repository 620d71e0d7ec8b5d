WITH RECURSIVE part (key, id) AS (
    SELECT b.key, b.id FROM body_names AS n CROSS JOIN bodies AS b ON b.id = n.body_id
    WHERE n.name = 'so-y-te'
    UNION
    SELECT b.key, b.id FROM part CROSS JOIN bodies AS b ON b.parent = part.key
)
