SELECT id, key, name FROM bodies
WHERE words <> '' AND (valid_from IS NULL OR valid_from <= :as_of)
