// Every way in which something comes round, with the days that bound it.
MATCH (r:Chidao) WHERE r.rule_bounds IS NOT NULL
RETURN collect(DISTINCT [r.rule_bounds, r.rrule, toString(r.first_day),
    toString(r.last_day)]) AS rows
