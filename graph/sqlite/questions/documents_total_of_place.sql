SELECT count(*) FROM documents AS d WHERE d.place = :place AND {{document}}
