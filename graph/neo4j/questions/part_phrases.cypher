// The words of the task `i`, each with the key of its body where another came after that by the
// day asked: those of its bodies by role, then the others.
COLLECT {
    MATCH (i)-[p:LED_BY|SUPPORTED_BY]->(b:Body)
    RETURN [i.id, CASE type(p) WHEN 'LED_BY' THEN 'lead' ELSE 'cooperating' END, p.text,
        CASE WHEN b.successor_date <= date($given.as_of) THEN b.key END] AS phrase
    ORDER BY type(p) DESC, p.ordinal
} + [
    place IN range(0, coalesce(size(i.phrases), 0) - 1)
    | [i.id, i.phrase_roles[place], i.phrases[place], null]
]
