{{implementing}}
SELECT count(*) FROM found;
{{implementing}},
page AS MATERIALIZED (
    SELECT found.id, found.length, found.by_plan, d.id AS document_id, d.key
    FROM found CROSS JOIN documents AS d ON d.id = found.id >> 24
    ORDER BY found.length, d.key, found.id LIMIT 100
),
-- Of all steps on a shortest way the first by relation and by the key of the document.
first AS MATERIALIZED (
    SELECT p.id, p.key || '#' || i.path AS source, e.relation, e.target_id AS target,
        t.key AS target_key, p.document_id AS told, p.key, {{from}} AS start, {{to}} AS stop,
        e.rule, min(printf('%d %s %9d', {{rank}}, t.key, {{from}}))
    FROM page AS p
    CROSS JOIN items AS i ON i.id = p.id
    CROSS JOIN targets AS e ON e.document_id = p.document_id AND e.item_id = p.id
    CROSS JOIN near ON near.id = e.target_id AND near.far = p.length - 1
    CROSS JOIN documents AS t ON t.id = e.target_id
    CROSS JOIN citations AS c ON c.document_id = e.document_id AND c.name = e.citation
    WHERE NOT p.by_plan
        AND e.relation IN ('implements', 'continues', 'guides', 'reviews', 'monitors')
    GROUP BY p.id
    UNION ALL
    SELECT p.id, p.key, e.relation, e.target_id, t.key, p.document_id, p.key, {{from}}, {{to}},
        e.rule, min(printf('%d %s %9d', {{rank}}, t.key, {{from}}))
    FROM page AS p
    CROSS JOIN aims AS e ON e.document_id = p.document_id
    CROSS JOIN near ON near.id = e.target_id AND near.far = p.length - 2
    CROSS JOIN documents AS t ON t.id = e.target_id
    CROSS JOIN citations AS c ON c.document_id = e.document_id AND c.name = e.citation
    WHERE p.by_plan
        AND e.relation IN ('implements', 'continues', 'guides', 'reviews', 'monitors')
    GROUP BY p.id
),
up AS MATERIALIZED (
    SELECT e.source_id AS source, e.relation, e.target_id AS target, s.key AS source_key,
        t.key AS target_key, min(printf('%d %s', {{rank}}, t.key))
    FROM near AS below
    CROSS JOIN edges AS e ON e.source_id = below.id
    CROSS JOIN near AS above ON above.id = e.target_id AND above.far = below.far - 1
    CROSS JOIN documents AS s ON s.id = e.source_id
    CROSS JOIN documents AS t ON t.id = e.target_id
    WHERE e.relation IN ('implements', 'continues', 'guides')
    GROUP BY e.source_id
),
route (id, place, source, relation, target, source_key, target_key) AS (
    SELECT f.id, 1, u.source, u.relation, u.target, u.source_key, u.target_key
    FROM first AS f CROSS JOIN up AS u ON u.source = f.target
    UNION ALL
    SELECT r.id, r.place + 1, u.source, u.relation, u.target, u.source_key, u.target_key
    FROM route AS r CROSS JOIN up AS u ON u.source = r.target
),
hop (id, place, hop) AS MATERIALIZED (
    SELECT p.id, -1, json_array(p.key || '#' || i.path, 'part_of', p.key, i.text, p.key, i.start,
        i.stop, i.rule)
    FROM page AS p CROSS JOIN items AS i ON i.id = p.id
    WHERE p.by_plan
    UNION ALL
    SELECT e.id, 0, json_array(e.source, e.relation, e.target_key, {{quote}}, e.key, e.start,
        e.stop, e.rule)
    FROM first AS e
    UNION ALL
    SELECT h.id, h.place, json_array(h.source_key, h.relation, h.target_key, json({{best}}))
    FROM (SELECT *, id >> 24 AS own FROM route) AS h
)
SELECT {{task}}, (
    SELECT json_group_array(json(hop)) FROM (
        SELECT h.hop FROM hop AS h WHERE h.id = i.id ORDER BY h.place
    )
)
FROM page
CROSS JOIN items AS i ON i.id = page.id
CROSS JOIN documents AS d ON d.id = i.document_id
ORDER BY page.length, page.key, page.id
