-- The index holds all that is asked of most of them.
SELECT count(*)
FROM items AS i INDEXED BY items_place
WHERE {{filters}}
