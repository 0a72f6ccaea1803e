-- Derby reads an index forwards only: one for each direction in which a list is shown.
create index ix_group_sort_down on q_group.messaging_group (sort_key desc, id desc, status, kind, platform, name_folded, code);
create index ix_group_kind on q_group.messaging_group (kind, sort_key, id, status, platform, name_folded, code);
create index ix_group_kind_down on q_group.messaging_group (kind desc, sort_key desc, id desc, status, platform, name_folded, code);
create index ix_group_platform on q_group.messaging_group (platform, sort_key, id, status, kind, name_folded, code);
create index ix_group_platform_down on q_group.messaging_group (platform desc, sort_key desc, id desc, status, kind, name_folded, code);
create index ix_case_oldest on q_group.conduct_case (kind, id);
create index ix_case_due_down on q_group.conduct_case (kind, due_at desc, id desc);
create index ix_schedule_by_down on q_group.scheduled_issue (by_id, due_at desc, directive_id desc);
