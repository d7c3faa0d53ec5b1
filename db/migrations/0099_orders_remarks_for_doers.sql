-- Words for those who do the work: what is asked of them, and why something they asked for was refused.
alter table order_remarks
  drop constraint order_remarks_audience_check,
  add constraint order_remarks_audience_check check (audience in ('everybody', 'doers', 'staff')) not valid;
alter table order_remarks validate constraint order_remarks_audience_check;
