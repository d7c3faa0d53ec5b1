-- Why a place changed one of its rules, in the words of whoever changed it; null where the preset did.
alter table policy_versions add column why text;
