SELECT count(*)
FROM items AS i INDEXED BY items_due
WHERE i.due_latest < :as_of AND i.kind IN (SELECT value FROM json_each(:kinds))
    AND {{status}} = 'open' AND {{narrower}}
