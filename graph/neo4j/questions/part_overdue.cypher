MATCH (i:Chidao) WHERE i.due_latest < date($given.as_of)
WITH i
