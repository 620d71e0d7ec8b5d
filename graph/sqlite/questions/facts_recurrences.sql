SELECT r.item_id, r.frequency, r.month_day, r.weekday, r.month, r.text, r.start, r.stop, r.rule
FROM items AS i
CROSS JOIN recurrences AS r ON r.item_id = i.id
WHERE i.document_id = :document
ORDER BY r.item_id, r.ordinal
