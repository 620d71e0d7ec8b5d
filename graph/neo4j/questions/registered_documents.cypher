MATCH (d:Chidao:Document)
UNWIND d.accounts AS account
WITH d, account WHERE account STARTS WITH '["registered"'
RETURN d.key, account
ORDER BY d.key
