CASE WHEN NOT few THEN []
WHEN step[3].document = step[2].key THEN [step[1], step[3].document, null, step[3].start, step[3].stop,
    step[3].rule, step[3].quote]
ELSE [step[1]] + coalesce(head(COLLECT {
    MATCH (p:Chidao {told_by: step[2].id})
    WHERE p.edge = toString(step[2].id) + ' ' + toLower(type(step[3])) + ' '
        + toString(endNode(step[3]).id)
    RETURN [p.document, null, p.start, p.stop, p.rule, p.words]
    ORDER BY p.start, p.stop, p.rule LIMIT 1
}), [step[3].document, null, step[3].start, step[3].stop, step[3].rule, step[3].quote])
END
