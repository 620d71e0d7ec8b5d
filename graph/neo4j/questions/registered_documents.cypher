MATCH (d:Chidao:Document)
UNWIND d.accounts AS account
WITH d, account WHERE account STARTS WITH '["registered"'
WITH [d.key, account] AS row
ORDER BY d.key
RETURN collect(row) AS rows
