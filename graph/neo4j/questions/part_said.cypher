// What people said last of the task `i` for the days up to the one asked, if they said anything.
CASE WHEN i.changed THEN head(COLLECT {
    MATCH (i)<-[:CHANGES]-(s:StatusChange)
    WHERE s.on <= date($given.as_of)
    RETURN s ORDER BY s.at DESC, s.on DESC, s.status, s.by, s.note LIMIT 1
}) END
