CASE e.relation
    WHEN 'implements' THEN 0 WHEN 'continues' THEN 1 WHEN 'guides' THEN 2 WHEN 'reviews' THEN 3
    WHEN 'monitors' THEN 4 WHEN 'based_on' THEN 5 WHEN 'amends' THEN 6 WHEN 'replaces' THEN 7
    WHEN 'issues' THEN 8 WHEN 'cites' THEN 9 WHEN 'part_of' THEN 10 WHEN 'led_by' THEN 11
    WHEN 'supported_by' THEN 12 ELSE 13
END
