SELECT count(*)
FROM items AS i INDEXED BY items_due
WHERE i.due_latest < :as_of AND {{filters}}
