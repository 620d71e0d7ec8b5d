// The id of the document whose text says the edge `e` of `s` best, null where only the registry
// does.
CASE e.document
    WHEN 'registry' THEN null
    WHEN s.key THEN s.id
    ELSE head(COLLECT { MATCH (t:Chidao {key: e.document}) RETURN t.id })
END
