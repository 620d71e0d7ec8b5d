ORDER BY direction DESC, far, s.key, type(hop), t.key
WITH [far, direction, CASE direction WHEN 'up' THEN t.title ELSE s.title END, s.key,
    toLower(type(hop)), t.key] + CASE WHEN hop.document = s.key THEN [
        hop.quote, hop.document, hop.start, hop.stop, hop.rule
    ] ELSE coalesce(head(COLLECT {
        MATCH (e:Chidao {told_by: s.id})
        WHERE e.edge = toString(s.id) + ' ' + toLower(type(hop)) + ' ' + toString(t.id)
        RETURN [e.words, e.document, e.start, e.stop, e.rule]
        ORDER BY e.start, e.stop, e.rule LIMIT 1
    }), [hop.quote, hop.document, hop.start, hop.stop, hop.rule]) END AS row
RETURN count(*) AS total, collect(row)[..100] AS rows
