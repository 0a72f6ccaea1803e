create table q_group.messaging_group (
    id varchar(26) not null primary key,
    code varchar(20) not null,
    name varchar(200) not null,
    name_folded varchar(200) not null,
    sort_key varchar(420) not null,
    kind varchar(30) not null,
    platform varchar(20) not null,
    purpose varchar(1000) not null,
    all_staff boolean not null,
    decision_number varchar(60) not null,
    decision_date date not null,
    decision_signer varchar(120) not null,
    link varchar(500) not null,
    ends_on date,
    status varchar(20) not null,
    -- empty while the group is active, its id afterwards: only one active group may bear a name
    dissolved_mark varchar(26) not null,
    dissolving_number varchar(60),
    dissolving_date date,
    dissolving_signer varchar(120),
    registered_at bigint not null,
    version bigint not null,
    -- where the numbers and the hash chain of its directives stand
    series_year integer not null,
    series_last integer not null,
    chain_hash varchar(64) not null
);
create unique index ux_group_code on q_group.messaging_group (code);
create unique index ux_group_name on q_group.messaging_group (name_folded, dissolved_mark);
create index ix_group_sort on q_group.messaging_group (sort_key, id);

create table q_group.group_series (
    name varchar(40) not null primary key,
    last_number bigint not null
);
insert into q_group.group_series (name, last_number) values ('group-code', 0);

create table q_group.rule_part (
    group_id varchar(26) not null,
    kind varchar(10) not null,
    part varchar(40) not null,
    primary key (group_id, kind, part)
);

create table q_group.appointment (
    group_id varchar(26) not null,
    place integer not null,
    role varchar(20) not null,
    post varchar(40),
    unit_id varchar(26),
    person_id varchar(26),
    primary key (group_id, place)
);

create table q_group.group_member (
    group_id varchar(26) not null,
    person_id varchar(26) not null,
    since bigint not null,
    primary key (group_id, person_id)
);
create index ix_member_person on q_group.group_member (person_id);

create table q_group.directive (
    id varchar(26) not null primary key,
    group_id varchar(26) not null,
    number varchar(60) not null,
    series_year integer not null,
    series_number integer not null,
    title varchar(200) not null,
    title_folded varchar(200) not null,
    body varchar(32000) not null,
    requirement varchar(20) not null,
    deadline bigint,
    event varchar(200) not null,
    event_folded varchar(200) not null,
    author_id varchar(26) not null,
    author_name varchar(200) not null,
    state varchar(20) not null,
    created_at bigint not null,
    issued_at bigint,
    replaces_id varchar(26),
    replaced_by varchar(26),
    withdrawn_reason varchar(1000) not null,
    pinned boolean not null,
    pin_reason varchar(500) not null,
    pictures integer not null,
    recipients integer not null,
    previous_hash varchar(64) not null,
    hash varchar(64) not null,
    version bigint not null
);
-- newest first: Derby reads an index forwards only
create index ix_directive_newest on q_group.directive (id desc);
create index ix_directive_group on q_group.directive (group_id, id desc);
create index ix_directive_chain on q_group.directive (group_id, series_year, series_number);
create index ix_directive_author on q_group.directive (author_id, id desc);
create index ix_directive_event on q_group.directive (group_id, event_folded);

create table q_group.directive_target (
    directive_id varchar(26) not null,
    person_id varchar(26) not null,
    primary key (directive_id, person_id)
);

create table q_group.directive_file (
    directive_id varchar(26) not null,
    place integer not null,
    attachment_id varchar(26) not null,
    primary key (directive_id, place)
);

create table q_group.receipt (
    directive_id varchar(26) not null,
    person_id varchar(26) not null,
    name varchar(200) not null,
    sort_key varchar(420) not null,
    requirement varchar(20) not null,
    deadline bigint not null,
    stage integer not null,
    delivered_at bigint,
    read_at bigint,
    acknowledged_at bigint,
    replied_at bigint,
    reply varchar(4000) not null,
    completed_at bigint,
    fulfilled_at bigint,
    primary key (directive_id, person_id)
);
create index ix_receipt_list on q_group.receipt (directive_id, stage, sort_key, person_id);
create index ix_receipt_inbox on q_group.receipt (person_id, directive_id desc);
