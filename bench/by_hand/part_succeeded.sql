SELECT s.key FROM edges AS e CROSS JOIN documents AS s ON s.id = e.source_id
WHERE e.target_id = r.id AND e.relation = 'replaces' AND s.date <= :day
    AND s.date < coalesce(l.date, l.period_from, m.by_day)
