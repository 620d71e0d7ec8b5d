SELECT id FROM bodies WHERE key = :key AND words <> ''
