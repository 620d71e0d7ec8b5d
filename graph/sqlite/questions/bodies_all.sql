SELECT id, key, name FROM bodies WHERE words <> ''
