WITH {{asked}}
SELECT a.number, d.key, d.id, p.start, p.stop, p.rule, NULL
FROM asked AS a
CROSS JOIN phrases AS p ON p.item_id = a.source AND p.body_id = a.target
    AND p.role = iif(a.relation = 'led_by', 'lead', 'cooperating')
CROSS JOIN documents AS d ON d.id = p.item_id >> 24
ORDER BY a.number, p.ordinal
