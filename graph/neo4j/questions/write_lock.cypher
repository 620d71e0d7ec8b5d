// Writers take turns: each holds the one node that all of them change, until it has committed.
MATCH (s:Chidao:Store) SET s.turn = $given.token
