MATCH (r:Chidao:Recurrence)<-[:RECURS]-(i:Task)
WHERE r.rrule IS NOT NULL
    AND (r.first_day IS NULL OR r.first_day <= date($given.end))
    AND (r.last_day IS NULL OR r.last_day >= date($given.start))
    AND i.kind IN $given.kinds
    AND CASE WHEN $given.bodies IS NULL THEN true ELSE EXISTS {
        MATCH (i)-[:LED_BY|SUPPORTED_BY]->(b:Body) WHERE b.id IN $given.bodies
    } END
WITH r, i, {{said}} AS said
WHERE {{status}} = 'open'
RETURN collect([r.rrule, toString(r.first_day), toString(r.last_day), i.id]) AS rows
