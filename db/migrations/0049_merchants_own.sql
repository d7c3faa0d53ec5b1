-- What a merchant wrote about itself and the desk has not confirmed yet; empty where nothing waits.
alter table merchants
  add column asked_services text[],
  add column asked_hours jsonb,
  add column asked_by uuid,
  add column asked_at timestamptz,
  add constraint merchants_asked check ((asked_at is null) = (asked_services is null) and (asked_at is null) = (asked_hours is null) and (asked_at is null) = (asked_by is null)) not valid;
alter table merchants validate constraint merchants_asked;
