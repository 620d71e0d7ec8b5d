SELECT * FROM bodies WHERE registered ORDER BY key
