-- Whoever looks at many groups gets the newest of all: from one index alone, in which everything stands that is filtered by.
create index ix_directive_scan on q_group.directive (id desc, group_id, author_id, state, pinned, title_folded, number);
create index ix_directive_author_state on q_group.directive (author_id, state, id desc, group_id);
create index ix_directive_authored on q_group.directive (author_id, id desc, group_id);

-- The inbox by group, and what is still open in it.
alter table q_group.receipt add column group_id varchar(26) not null default '';
update q_group.receipt set group_id = (select d.group_id from q_group.directive d where d.id = directive_id);
create index ix_receipt_group on q_group.receipt (person_id, group_id, directive_id desc);
create index ix_receipt_open on q_group.receipt (person_id, fulfilled_at, directive_id desc);
