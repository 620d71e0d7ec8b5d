WITH $given.bodies AS bodies
{{body_rows}}
