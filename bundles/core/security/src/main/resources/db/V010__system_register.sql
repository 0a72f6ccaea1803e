-- The register of the system's administrator (TT.15.1). An entry without a last day has the last day of all, so that the
-- register is sorted by an index.
create table q_security.system_entry (
    id varchar(26) not null primary key,
    kind varchar(10) not null,
    name varchar(200) not null,
    sort_key varchar(800) not null,
    search_text varchar(800) not null,
    provider varchar(200) not null,
    keeper_id varchar(26) not null,
    since_day date not null,
    until_day date not null,
    note varchar(2000) not null,
    ended_on date,
    created_at bigint not null,
    version bigint not null
);
create index ix_system_entry_name on q_security.system_entry (sort_key, id);
create index ix_system_entry_until on q_security.system_entry (until_day, id);
create index ix_system_entry_created on q_security.system_entry (created_at);
create index ix_system_entry_keeper on q_security.system_entry (keeper_id);
