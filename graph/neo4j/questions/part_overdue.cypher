MATCH (i:Chidao)
WHERE i.due_latest < date($given.as_of) AND i.kind IN $given.kinds AND {{open}}
