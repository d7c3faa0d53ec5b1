-- What is looked up beside its key, seldom and in tables that grow.

-- What was cut from the record when its time was over: the proof of the chain begins behind it.
create index audit_entries_cut on audit_entries (region_id) where action = 'cutAudit' and person_id is null;

-- A shown order is found by its order when somebody asks for a copy or for erasure.
create index order_publications_order on order_publications (region_id, order_id);
