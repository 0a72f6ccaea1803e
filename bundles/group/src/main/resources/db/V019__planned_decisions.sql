-- Decisions that take effect on a later day: they stand in the list of that day at once, the register follows on the day.
alter table q_group.group_decision add column pending boolean default false not null;
-- one that was taken back before its day holds for no day: its until_on is its effective_on
alter table q_group.group_decision add column withdrawn_at bigint;
alter table q_group.group_decision add column withdrawn_by varchar(200) default '' not null;
alter table q_group.group_decision add column withdrawn_reason varchar(500) default '' not null;
create index ix_decision_pending on q_group.group_decision (pending, effective_on, id);
create index ix_decision_group on q_group.group_decision (group_id, effective_on, id);

-- A page of the register is found in the index alone, whatever it is filtered by.
create index ix_group_list on q_group.messaging_group (sort_key, id, status, kind, platform, name_folded, code);
