-- What `Tasks` asks of a task `i` besides the documents that it implements.
i.kind IN (SELECT value FROM json_each(:kinds))
AND CASE
    WHEN (SELECT :states IS NULL) THEN TRUE
    WHEN :overdue THEN i.due_latest < :as_of AND {{status}} = 'open'
    ELSE {{state}} IN (SELECT value FROM json_each(:states))
END
AND {{narrower}}
