// The place that proves an edge `e` from `s` to `d`: the lower document's own words, where another
// text is what the edge knows as the best of all, or else that.
coalesce(head(COLLECT {
    MATCH (p:Chidao {told_by: s.id}) USING INDEX SEEK p:Chidao(told_by)
    WHERE p.edge = toString(s.id) + ' ' + toLower(type(e)) + ' ' + toString(d.id)
    RETURN [p.document, null, p.start, p.stop, p.rule, p.words]
    ORDER BY p.start, p.stop, p.rule LIMIT 1
}), [e.document, null, e.start, e.stop, e.rule, e.quote])
