-- A unit that was called to help reads the order as one of its parties.
alter table order_parties
  drop constraint order_parties_role_check,
  add constraint order_parties_role_check check (role in ('placer','requester','beneficiary','assignee','coHost')) not valid;
alter table order_parties validate constraint order_parties_role_check;
