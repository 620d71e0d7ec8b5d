// Whether the task `i` is open at the day asked; of most nobody said anything.
CASE WHEN i.changed THEN coalesce(head(COLLECT {
    MATCH (i)<-[:CHANGES]-(s:StatusChange)
    WHERE s.on <= date($given.as_of)
    RETURN s.status = 'open' ORDER BY s.at DESC, s.on DESC, s.status, s.by, s.note LIMIT 1
}), NOT i.done OR coalesce(i.done_on > date($given.as_of), false))
ELSE NOT i.done OR coalesce(i.done_on > date($given.as_of), false) END
