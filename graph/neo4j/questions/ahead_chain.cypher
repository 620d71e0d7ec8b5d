// Where the hops are few, each comes with the title of the document that it leads to and with the
// place that proves it, if that is known at once: the edge knows the best of all, but the lower
// document's own goes before it.
MATCH (x:Chidao:Document {key: $given.key})
CALL (x) {
    WITH x WHERE $given.up
    {{above}}
    RETURN collect([s.id, $given.relations[type(e)], d.id, d.key, d.title, e.document, null,
        e.start, e.stop, e.rule, e.quote][..{{told_at_once}}]) AS up
}
CALL (x) {
    WITH x WHERE $given.down
    {{below}}
    RETURN collect([d.id, $given.relations[type(e)], s.id, s.key, s.title, e.document, null,
        e.start, e.stop, e.rule, e.quote][..{{told_at_once}}]) AS down
}
WITH x, up, down, size(up) + size(down) <= $given.most AS few
WITH [
    ['document_of_key', x.key, [[x.id]]],
    ['chain_up', x.id, CASE WHEN few THEN up ELSE [step IN up | step[..4]] END],
    ['chain_down', x.id, CASE WHEN few THEN down ELSE [step IN down | step[..4]] END]
] AS told
RETURN coalesce(head(collect(told)), []) AS rows
