SELECT NULL, NULL, NULL, NULL, 'registry', name FROM bodies WHERE id = :source
