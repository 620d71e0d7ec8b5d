-- What a key begins with is sought in its index: '0' comes right after '/', and '/' after '.'.
SELECT id FROM documents WHERE key >= :place || '.' AND key < :place || '0'
