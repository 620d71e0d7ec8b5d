SELECT h.far, h.direction, iif(h.direction = 'up', t.title, s.title), s.key, h.relation, t.key,
    {{best}}
FROM (SELECT *, source AS own FROM hops) AS h
CROSS JOIN documents AS s ON s.id = h.source
CROSS JOIN documents AS t ON t.id = h.target
ORDER BY h.direction DESC, h.far, s.key, h.relation, t.key
LIMIT 100
