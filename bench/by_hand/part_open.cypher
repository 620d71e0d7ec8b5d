CASE WHEN i.changed THEN coalesce(head(COLLECT {
    MATCH (i)<-[:CHANGES]-(s:StatusChange) WHERE s.on <= date($day)
    RETURN s.status = 'open' ORDER BY s.at DESC, s.on DESC, s.status, s.by, s.note LIMIT 1
}), NOT i.done OR coalesce(i.done_on > date($day), false))
ELSE NOT i.done OR coalesce(i.done_on > date($day), false) END
