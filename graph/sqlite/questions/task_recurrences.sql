SELECT r.item_id, r.frequency, r.rrule, r.first_day, r.last_day, r.text
FROM json_each(:tasks) AS n
CROSS JOIN recurrences AS r ON r.item_id = n.value
ORDER BY r.item_id, r.ordinal
