MATCH (s:Chidao {of_task: $given.of_task})
WHERE s.at = $given.at AND s.status = $given.status AND s.on = date($given.on)
    AND s.by = $given.by AND s.note = $given.note
RETURN [[count(s)]] AS rows
