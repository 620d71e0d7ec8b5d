-- Whether a body is there that nothing calls by this name any more.
SELECT 1 FROM bodies AS b
WHERE b.id = :body
    AND NOT EXISTS (SELECT 1 FROM phrases AS p WHERE p.body_id = b.id AND p.text = :name)
    AND NOT EXISTS (SELECT 1 FROM documents AS d WHERE d.issuer_id = b.id AND d.issuer = :name)
