SELECT id FROM documents WHERE key = :key
