// The bodies that answer by the day asked for those of some keys, where others came after them.
UNWIND $given.keys AS key
MATCH (b:Chidao {key: key}) USING INDEX SEEK b:Chidao(key)
MATCH (b) (()-[s:SUCCEEDED_BY WHERE s.date <= date($given.as_of)]->())+ (o:Body)
WHERE o.successor IS NULL OR o.successor_date IS NULL OR o.successor_date > date($given.as_of)
RETURN collect([key, o.key, o.name, o.jurisdiction]) AS rows
