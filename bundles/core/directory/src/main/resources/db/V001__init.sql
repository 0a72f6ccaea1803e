-- One row that every change moves: the snapshots in memory compare its stamp.
create table q_directory.revision (
    id varchar(26) not null primary key,
    stamp varchar(26) not null
);
insert into q_directory.revision (id, stamp) values ('directory', 'empty');

create table q_directory.school (
    id varchar(26) not null primary key,
    name varchar(200) not null,
    code varchar(40) not null,
    abbreviation varchar(40) not null,
    place varchar(100) not null,
    address varchar(300) not null,
    version bigint not null
);

create table q_directory.campus (
    id varchar(26) not null primary key,
    name varchar(200) not null,
    address varchar(300) not null,
    valid_from date not null,
    valid_to date,
    version bigint not null
);

create table q_directory.authority (
    id varchar(26) not null primary key,
    level_name varchar(20) not null,
    name varchar(200) not null,
    organ_id varchar(60) not null,
    valid_from date not null,
    valid_to date,
    version bigint not null
);

create table q_directory.unit (
    id varchar(26) not null primary key,
    type_name varchar(20) not null,
    name varchar(200) not null,
    parent_id varchar(26),
    campus_id varchar(26),
    school_year varchar(9) not null,
    grade integer not null,
    valid_from date not null,
    valid_to date,
    version bigint not null
);

create table q_directory.person (
    id varchar(26) not null primary key,
    family_name varchar(100) not null,
    middle_name varchar(100) not null,
    given_name varchar(100) not null,
    birth_date date,
    gender varchar(10),
    phone varchar(20) not null,
    email varchar(254) not null,
    staff_code varchar(40),
    version bigint not null,
    constraint uq_person_staff_code unique (staff_code)
);

create table q_directory.employment (
    id varchar(26) not null primary key,
    person_id varchar(26) not null,
    valid_from date not null,
    valid_to date
);
create index ix_employment_person on q_directory.employment (person_id);

create table q_directory.assignment (
    id varchar(26) not null primary key,
    person_id varchar(26) not null,
    post varchar(30) not null,
    unit_id varchar(26),
    campus_id varchar(26),
    concurrent_post boolean not null,
    decision_number varchar(60) not null,
    valid_from date not null,
    valid_to date
);
create index ix_assignment_person on q_directory.assignment (person_id);
create index ix_assignment_unit on q_directory.assignment (unit_id);

create table q_directory.membership (
    id varchar(26) not null primary key,
    person_id varchar(26) not null,
    unit_id varchar(26) not null,
    valid_from date not null,
    valid_to date
);
create index ix_membership_person on q_directory.membership (person_id);
create index ix_membership_unit on q_directory.membership (unit_id);

create table q_directory.staff_import (
    id varchar(26) not null primary key,
    file_name varchar(260) not null,
    sheet varchar(200) not null,
    header_row integer not null,
    column_names varchar(1000) not null,
    ignored varchar(8000) not null,
    created_units varchar(32000) not null,
    state varchar(20) not null,
    fresh_count integer not null,
    changed_count integer not null,
    unchanged_count integer not null,
    left_count integer not null,
    bad_count integer not null,
    error_json varchar(2000) not null,
    stamp varchar(26) not null,
    created_by varchar(64) not null,
    created_by_name varchar(200) not null,
    created_at bigint not null,
    applied_at bigint
);

-- The plan: one line per row of the file, and one per person who is not in it (number 0). The kind leads, so that a page
-- of one kind is read by key as well.
create table q_directory.staff_import_row (
    import_id varchar(26) not null,
    position_no integer not null,
    row_no integer not null,
    kind varchar(10) not null,
    person_id varchar(26),
    name varchar(300) not null,
    values_json varchar(8000) not null,
    changes_json varchar(16000) not null,
    errors_json varchar(8000) not null,
    primary key (import_id, position_no)
);
create index ix_import_row_kind on q_directory.staff_import_row (import_id, kind, position_no);

create table q_directory.leaving (
    id varchar(26) not null,
    person_id varchar(26) not null,
    reason varchar(20) not null,
    last_day date not null,
    decision_number varchar(60) not null,
    receiver_id varchar(26) not null,
    state varchar(10) not null,
    employment_ended boolean not null,
    left_told boolean not null,
    opened_by varchar(64) not null,
    opened_at bigint not null,
    closed_at bigint,
    closing_reason varchar(1000) not null
);
create unique index ix_leaving_id on q_directory.leaving (id desc);
create index ix_leaving_state on q_directory.leaving (state, id desc);
create index ix_leaving_person on q_directory.leaving (person_id, id desc);

create table q_directory.leaving_item (
    id varchar(26) not null primary key,
    leaving_id varchar(26) not null,
    domain varchar(40) not null,
    item_key varchar(200) not null,
    clause varchar(60) not null,
    title varchar(500) not null,
    link varchar(300) not null,
    receiver_id varchar(26) not null,
    leaver_confirmed_at bigint,
    receiver_confirmed_at bigint,
    state varchar(10) not null,
    constraint uq_leaving_item unique (leaving_id, domain, item_key)
);
create index ix_leaving_item_receiver on q_directory.leaving_item (receiver_id, leaving_id);
