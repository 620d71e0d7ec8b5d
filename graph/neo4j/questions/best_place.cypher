// The place that proves an edge best: in the text $given.own where it says so, else the first.
MATCH (e:Chidao {
    edge: toString($given.source) + ' ' + $given.relation + ' ' + toString($given.target)
})
RETURN e.document, e.told_by, e.start, e.stop, e.rule, e.words
ORDER BY e.registered OR e.document <> $given.own, e.registered, e.document, e.start, e.stop, e.rule
LIMIT 1
