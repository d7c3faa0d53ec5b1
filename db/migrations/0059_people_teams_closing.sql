-- A team that is closed keeps its history; its members read why.
alter table teams
  add column closed_by uuid,
  add column closed_words text;
