-- A place may write the template of its reports of units itself.
alter table document_templates
  drop constraint document_templates_kind_check,
  add constraint document_templates_kind_check check (kind in ('letter', 'card', 'report')) not valid;
alter table document_templates validate constraint document_templates_kind_check;
