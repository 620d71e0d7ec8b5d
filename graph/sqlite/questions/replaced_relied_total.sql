SELECT count(*)
{{replaced_relied}}
