// Where the hops are few, each comes with the title of the document that it leads to and with the
// place that proves it: the lower document's own, or else the best of all, which the edge knows.
MATCH (x:Chidao:Document {key: $given.key})
CALL (x) {
    WITH x WHERE $given.up
    {{above}}
    RETURN collect([[s.id, toLower(type(e)), d.id, d.key], d.title, s, e]) AS up
}
CALL (x) {
    WITH x WHERE $given.down
    {{below}}
    RETURN collect([[d.id, toLower(type(e)), s.id, s.key], s.title, s, e]) AS down
}
WITH x, up, down, size(up) + size(down) <= $given.most AS few
WITH [
    ['document_of_key', x.key, [[x.id]]],
    ['chain_up', x.id, [step IN up | step[0] + {{told_hop}}]],
    ['chain_down', x.id, [step IN down | step[0] + {{told_hop}}]]
] AS told
RETURN coalesce(head(collect(told)), []) AS rows
