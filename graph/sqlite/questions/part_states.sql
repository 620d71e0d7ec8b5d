SELECT {{state}} AS state, count(*) AS many
FROM items AS i INDEXED BY items_place
WHERE i.kind IN ('task', 'assignment')
GROUP BY state
