[
    i.text, d.key, d.title, d.number, d.symbol, i.path, i.kind, i.start, i.stop,
    toString(i.due_earliest), toString(i.due_latest), i.recurs, i.waits,
    CASE WHEN i.done THEN coalesce(toString(i.done_on), '') END,
    CASE WHEN i.changed THEN head(COLLECT {
        MATCH (i)<-[:CHANGES]-(s:StatusChange) WHERE s.on <= date($day)
        RETURN [s.status, toString(s.on)]
        ORDER BY s.at DESC, s.on DESC, s.status, s.by, s.note LIMIT 1
    }) END,
    COLLECT {
        MATCH (i)-[p:LED_BY|SUPPORTED_BY]->(b:Body)
        RETURN [CASE type(p) WHEN 'LED_BY' THEN 'lead' ELSE 'cooperating' END, p.text,
            CASE WHEN b.successor_date <= date($day) THEN b.key END]
        ORDER BY type(p), p.ordinal
    } + [n IN range(0, coalesce(size(i.phrases), 0) - 1) | [i.phrase_roles[n], i.phrases[n]]],
    COLLECT {
        MATCH (i)-[:RECURS]->(r:Recurrence)
        RETURN [r.frequency, r.rrule, toString(r.first_day), toString(r.last_day), r.text]
        ORDER BY r.ordinal
    }
]
