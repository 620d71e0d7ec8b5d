{{replaced_relied}}
WITH r, c, d, keys ORDER BY d.key, c.start, c.ordinal
WITH count(*) AS total, collect({r: r, c: c, d: d, by: keys[0]}) AS found
RETURN [
    ['replaced_relied_total', $given.as_of, [[total]]],
    ['replaced_relied_page', $given.as_of, [
        one IN found[$given.offset..$given.offset + $given.limit] | [
            one.d.key, one.c.name, one.d.id, one.c.start, one.c.stop, one.c.quote, one.c.status,
            one.c.method, one.r.key, one.by
        ]
    ]]
] AS rows
