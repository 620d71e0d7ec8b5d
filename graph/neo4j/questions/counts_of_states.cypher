MATCH (i:Chidao:Task) WHERE i.kind IN ['task', 'assignment']
WITH i, {{said}} AS said
WITH {{state}} AS state
WITH state, count(*) AS many
RETURN collect([state, many]) AS rows
