UNWIND $given.tasks AS number
MATCH (i:Chidao {id: number})
CALL (i) {
    MATCH (i)-[p:LED_BY|SUPPORTED_BY]->(:Body)
    RETURN CASE type(p) WHEN 'LED_BY' THEN 'lead' ELSE 'cooperating' END AS role,
        p.ordinal AS ordinal, p.text AS text
    UNION ALL
    UNWIND range(0, coalesce(size(i.phrases), 0) - 1) AS ordinal
    RETURN i.phrase_roles[ordinal] AS role, ordinal, i.phrases[ordinal] AS text
}
WITH [i.id, role, text] AS row
ORDER BY i.id, role, ordinal
RETURN collect(row) AS rows
