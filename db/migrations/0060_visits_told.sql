-- What whoever answers for a campaign was told, once each: every door is done; the end is near and doors are left.
alter table campaign_terms
  add column done_told_at timestamptz,
  add column ending_told_at timestamptz;
grant update (done_told_at, ending_told_at) on campaign_terms to linli_app;
