// Writers take turns: each holds the one node that all of them change, until it has committed. What
// is read of it is read with the lock in hand.
MATCH (s:Chidao:Store)
SET s.turn = $given.token
RETURN [[s.generation, s.next, s.writer]] AS rows
