(
    SELECT DISTINCT p.item_id AS id
    FROM json_each(:among) AS b
    CROSS JOIN phrases AS p INDEXED BY phrases_body ON p.body_id = b.value
) AS one
CROSS JOIN items AS i ON i.id = one.id
