// Where the hops are few, each comes with the title of the document that it leads to and with the
// place that proves it. Mostly the edge knows that of the lower document itself, or the registry
// alone says it.
MATCH (x:Chidao:Document {key: $given.key})
CALL (x) {
    WITH x WHERE $given.up
    {{above}}
    RETURN collect(CASE WHEN e.document IN [s.key, 'registry'] THEN [
        s.id, $given.relations[type(e)], d.id, d.key, d.title, e.document, null, e.start, e.stop,
        e.rule, e.quote
    ] ELSE [s.id, $given.relations[type(e)], d.id, d.key, d.title] + {{said_by_own}} END) AS up
}
CALL (x) {
    WITH x WHERE $given.down
    {{below}}
    RETURN collect(CASE WHEN e.document IN [s.key, 'registry'] THEN [
        d.id, $given.relations[type(e)], s.id, s.key, s.title, e.document, null, e.start, e.stop,
        e.rule, e.quote
    ] ELSE [d.id, $given.relations[type(e)], s.id, s.key, s.title] + {{said_by_own}} END) AS down
}
WITH x, up, down, size(up) + size(down) <= $given.most AS few
WITH [
    ['document_of_key', x.key, [[x.id]]],
    ['chain_up', x.id, CASE WHEN few THEN up ELSE [step IN up | step[..4]] END],
    ['chain_down', x.id, CASE WHEN few THEN down ELSE [step IN down | step[..4]] END]
] AS told
RETURN coalesce(head(collect(told)), []) AS rows
