(SELECT substr(x.text, e.start + 1, e.stop - e.start) FROM texts AS x WHERE x.document_id = e.told)
