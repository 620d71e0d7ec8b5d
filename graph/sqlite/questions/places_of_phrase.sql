SELECT d.key, d.id, p.start, p.stop, p.rule, NULL
FROM phrases AS p
CROSS JOIN documents AS d ON d.id = p.item_id >> 24
WHERE p.item_id = :source AND p.body_id = :target
    AND p.role = iif(:relation = 'led_by', 'lead', 'cooperating')
ORDER BY p.ordinal
