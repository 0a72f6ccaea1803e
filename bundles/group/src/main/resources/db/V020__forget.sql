-- When the names and numbers of strangers on a declared list were erased; the counts stay.
alter table q_group.group_declaration add column erased_at bigint;
create index ix_declaration_kept on q_group.group_declaration (state, erased_at, id);
