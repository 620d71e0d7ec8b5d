-- How many tasks of each document pass; the index holds all that is asked of most of them.
SELECT i.document_id, count(*)
FROM items AS i INDEXED BY items_place
WHERE {{filters}}
GROUP BY i.document_id
