{{replaced_relied}}
RETURN [[count(*)]] AS rows
