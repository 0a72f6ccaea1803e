-- Lists are sorted by the school's name, too; schools that are no longer there go by their code.
alter table q_district.list_entry add column school_sort_key varchar(800) not null default '';
update q_district.list_entry set school_sort_key = coalesce(
    (select s.sort_key from q_district.school s where s.code_folded = q_district.list_entry.school_code_folded),
    school_code_folded);
create index ix_entry_by_school on q_district.list_entry (school_sort_key, sort_key, id, official_from, until_on);

alter table q_district.list_change add column school_sort_key varchar(800) not null default '';
update q_district.list_change set school_sort_key = coalesce(
    (select s.sort_key from q_district.school s where s.code_folded = q_district.list_change.school_code_folded),
    school_code_folded);
create index ix_change_by_school on q_district.list_change (school_sort_key, version_no, place);

create index ix_collected_changed on q_district.collected_group (changed_at, id);
create index ix_collected_platform on q_district.collected_group (platform, sort_key, id);
