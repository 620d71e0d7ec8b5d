// The place that proves an edge best: in the text $own where it says so, else the first.
MATCH (e:Chidao {edge: toString($source) + ' ' + $relation + ' ' + toString($target)})
RETURN e.document, e.told_by, e.start, e.stop, e.rule, e.words
ORDER BY e.registered OR e.document <> $own, e.registered, e.document, e.start, e.stop, e.rule
LIMIT 1
