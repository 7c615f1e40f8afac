"""An invented journal: every person, company and event in it is made up."""
