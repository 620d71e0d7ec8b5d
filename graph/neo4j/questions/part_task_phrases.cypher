// The words of tasks, each with the key of its body where another came after that by the day asked.
UNWIND tasks AS number
MATCH (i:Chidao {id: number})
CALL (i) {
    MATCH (i)-[p:LED_BY|SUPPORTED_BY]->(b:Body)
    RETURN CASE type(p) WHEN 'LED_BY' THEN 'lead' ELSE 'cooperating' END AS role,
        p.ordinal AS ordinal, p.text AS text,
        CASE WHEN b.successor_date <= date($given.as_of) THEN b.key END AS gone
    UNION ALL
    UNWIND range(0, coalesce(size(i.phrases), 0) - 1) AS ordinal
    RETURN i.phrase_roles[ordinal] AS role, ordinal, i.phrases[ordinal] AS text, null AS gone
}
WITH [i.id, role, text, gone] AS row
ORDER BY i.id, role, ordinal
RETURN collect(row) AS rows
