// The open tasks that may come round in the days asked, by the rule and the days that bound it.
MATCH (r:Chidao:Recurrence)<-[:RECURS]-(i:Task)
WHERE r.rrule IS NOT NULL
    AND (r.first_day IS NULL OR r.first_day <= date($given.end))
    AND (r.last_day IS NULL OR r.last_day >= date($given.start))
    AND i.kind IN $given.kinds
    AND CASE WHEN $given.bodies IS NULL THEN true ELSE EXISTS {
        MATCH (i)-[:LED_BY|SUPPORTED_BY]->(b:Body) WHERE b.id IN $given.bodies
    } END
    AND {{open}}
WITH r.rule_bounds AS bounds, head(collect(r)) AS r, collect(i.id) AS tasks
RETURN collect([r.rrule, toString(r.first_day), toString(r.last_day), tasks]) AS rows
