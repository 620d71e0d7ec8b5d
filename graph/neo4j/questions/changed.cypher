MATCH (s:Chidao {of_task: $of_task})
WHERE s.at = $at AND s.status = $status AND s.on = date($on) AND s.by = $by AND s.note = $note
RETURN count(s)
