// Which days the recurring ones come round must be told elsewhere; so the page is a second one.
CALL () {
    MATCH (i:Chidao)
    WHERE date($day) <= i.due_latest <= date($month) AND i.kind IN ['task', 'assignment']
        AND {{open}}
    WITH i.due_latest AS latest, collect(i.id) AS tasks
    RETURN collect([toString(latest), tasks]) AS dated
}
CALL () {
    MATCH (r:Chidao:Recurrence)<-[:RECURS]-(i:Task)
    WHERE r.rrule IS NOT NULL AND (r.first_day IS NULL OR r.first_day <= date($month))
        AND (r.last_day IS NULL OR r.last_day >= date($day))
        AND i.kind IN ['task', 'assignment'] AND {{open}}
    WITH r.rrule AS rule, r.first_day AS first, r.last_day AS last, collect(i.id) AS tasks
    RETURN collect([rule, toString(first), toString(last), tasks]) AS recurring
}
RETURN dated, recurring;
UNWIND $pairs AS pair
MATCH (i:Chidao {id: pair[1]})-[:PART_OF]->(d:Document)
WITH pair, i, d ORDER BY pair[0], d.key, i.id LIMIT 100
RETURN collect([pair[0]] + {{task}}) AS rows
