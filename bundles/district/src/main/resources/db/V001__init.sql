create table q_district.school (
    id varchar(26) not null primary key,
    code varchar(40) not null,
    code_folded varchar(80) not null,
    name varchar(200) not null,
    name_folded varchar(400) not null,
    sort_key varchar(800) not null,
    address varchar(300) not null,
    door varchar(10) not null,
    sealed_token varchar(6000) not null,
    account_id varchar(26) not null,
    account_name varchar(100) not null,
    active_from date not null,
    active_to date,
    taken_at bigint,
    made_at bigint,
    failure varchar(60) not null,
    failed_at bigint,
    version bigint not null
);
create unique index ux_school_code on q_district.school (code_folded);
create index ix_school_sort on q_district.school (sort_key, id);
create index ix_school_account on q_district.school (account_id);
create index ix_school_failure on q_district.school (failure);

create table q_district.collected_group (
    id varchar(26) not null primary key,
    school_id varchar(26) not null,
    school_group_id varchar(40) not null,
    code varchar(40) not null,
    name varchar(200) not null,
    name_folded varchar(400) not null,
    sort_key varchar(800) not null,
    skeleton varchar(400) not null,
    kind varchar(40) not null,
    platform varchar(40) not null,
    members varchar(2000) not null,
    leader varchar(1000) not null,
    administrator varchar(1000) not null,
    decision_number varchar(60) not null,
    decision_on date,
    remark varchar(1000) not null,
    last_change varchar(10) not null,
    state varchar(20) not null,
    check_code varchar(10) not null,
    first_seen_at bigint not null,
    changed_at bigint not null,
    gone_at bigint,
    version bigint not null
);
create unique index ux_collected_school on q_district.collected_group (school_id, school_group_id);
create index ix_collected_sort on q_district.collected_group (sort_key, id);
create index ix_collected_state on q_district.collected_group (state, sort_key, id);
create index ix_collected_change on q_district.collected_group (last_change, sort_key, id);
create index ix_collected_of_school on q_district.collected_group (school_id, sort_key, id);
create index ix_collected_skeleton on q_district.collected_group (skeleton, school_id);
create index ix_collected_check on q_district.collected_group (check_code);

create table q_district.group_review (
    id varchar(26) not null primary key,
    group_id varchar(26) not null,
    outcome varchar(20) not null,
    number varchar(60) not null,
    decided_on date,
    signer varchar(120) not null,
    reason varchar(500) not null,
    look_alike_reason varchar(500) not null,
    name varchar(200) not null,
    platform varchar(40) not null,
    recorded_at bigint not null,
    recorded_by varchar(200) not null
);
create index ix_review_group on q_district.group_review (group_id, id desc);

create table q_district.list_version (
    version_no integer not null primary key,
    number varchar(60) not null,
    decided_on date not null,
    signer varchar(120) not null,
    effective_on date not null,
    note varchar(1000) not null,
    group_count integer not null,
    added integer not null,
    changed integer not null,
    removed integer not null,
    published_at bigint not null,
    published_by varchar(200) not null
);
create index ix_version_newest on q_district.list_version (version_no desc);

create table q_district.list_entry (
    id varchar(26) not null primary key,
    group_id varchar(26) not null,
    school_code varchar(40) not null,
    school_code_folded varchar(80) not null,
    school_name varchar(200) not null,
    school_group_id varchar(40) not null,
    check_code varchar(10) not null,
    code varchar(40) not null,
    name varchar(200) not null,
    name_folded varchar(400) not null,
    sort_key varchar(800) not null,
    skeleton varchar(400) not null,
    kind varchar(40) not null,
    platform varchar(40) not null,
    members varchar(2000) not null,
    leader varchar(1000) not null,
    administrator varchar(1000) not null,
    decision_number varchar(60) not null,
    decision_on date,
    remark varchar(1000) not null,
    review_number varchar(60) not null,
    reviewed_on date,
    from_version integer not null,
    official_from date not null,
    until_on date
);
create index ix_entry_scan on q_district.list_entry (sort_key, id, official_from, until_on, name_folded);
create index ix_entry_school on q_district.list_entry (school_code_folded, sort_key, id);
create index ix_entry_group on q_district.list_entry (group_id, from_version);
create index ix_entry_until on q_district.list_entry (until_on, group_id);
create index ix_entry_name on q_district.list_entry (name_folded, official_from);
create index ix_entry_check on q_district.list_entry (check_code, official_from);
create index ix_entry_skeleton on q_district.list_entry (skeleton);

create table q_district.list_change (
    version_no integer not null,
    place integer not null,
    kind varchar(10) not null,
    school_code varchar(40) not null,
    school_code_folded varchar(80) not null,
    school_name varchar(200) not null,
    group_code varchar(40) not null,
    school_group_id varchar(40) not null,
    name varchar(200) not null,
    name_before varchar(200) not null,
    platform varchar(40) not null,
    platform_before varchar(40) not null,
    effective_on date not null,
    number varchar(60) not null,
    primary key (version_no, place)
);
create index ix_change_school on q_district.list_change (school_code_folded, version_no, place);

create table q_district.collection_run (
    id varchar(26) not null primary key,
    list_day date not null,
    state varchar(10) not null,
    started_at bigint not null,
    started_by varchar(200) not null,
    total integer not null,
    done integer not null,
    failed integer not null,
    finished_at bigint
);
create index ix_run_state on q_district.collection_run (state, id);
create index ix_run_newest on q_district.collection_run (id desc);

create table q_district.collection_item (
    run_id varchar(26) not null,
    school_id varchar(26) not null,
    school_code varchar(40) not null,
    school_name varchar(200) not null,
    state varchar(10) not null,
    place_cursor varchar(2000) not null,
    page_count integer not null,
    row_count integer not null,
    attempts integer not null,
    next_try_at bigint not null,
    failure varchar(60) not null,
    detail varchar(300) not null,
    added integer not null,
    changed integer not null,
    gone integer not null,
    same integer not null,
    ended_at bigint,
    primary key (run_id, school_id)
);
create index ix_item_next on q_district.collection_item (run_id, state, next_try_at);
create index ix_item_code on q_district.collection_item (run_id, school_code, school_id);

create table q_district.staged_group (
    run_id varchar(26) not null,
    school_id varchar(26) not null,
    place integer not null,
    content varchar(16000) not null,
    primary key (run_id, school_id, place)
);
