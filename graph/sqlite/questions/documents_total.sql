SELECT count(*) FROM documents AS d WHERE {{document}}
