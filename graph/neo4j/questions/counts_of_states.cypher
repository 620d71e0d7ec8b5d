MATCH (i:Chidao:Task) WHERE i.kind IN ['task', 'assignment']
WITH i, {{said}} AS said
WITH {{state}} AS state
RETURN state, count(*)
