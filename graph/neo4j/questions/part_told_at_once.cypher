CASE WHEN e.document IN [s.key, 'registry'] THEN 11 ELSE 4 END
