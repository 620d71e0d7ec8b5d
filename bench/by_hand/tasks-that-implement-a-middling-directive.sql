{{implementing_page}}
