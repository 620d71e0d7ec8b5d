(:keys IS NULL OR d.key IN (SELECT value FROM json_each(:keys)))
AND (:type IS NULL OR d.type = :type)
AND (:standing IS NULL OR d.standing = :standing)
AND (:issuer IS NULL OR d.issuer_slug = :issuer)
