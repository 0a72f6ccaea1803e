-- Who is in a group on its platform, as its leader declares it.
create table q_group.group_declaration (
    id varchar(26) not null primary key,
    group_id varchar(26) not null,
    attachment_id varchar(26) not null,
    file_name varchar(255) not null,
    sha256 varchar(64) not null,
    state varchar(20) not null,
    members integer not null,
    outsiders integer not null,
    missing integer not null,
    duplicates integer not null,
    unclear integer not null,
    nobody integer not null,
    open_lines integer not null,
    by_id varchar(26) not null,
    by_name varchar(200) not null,
    started_at bigint not null,
    confirmed_at bigint,
    -- who belonged by the rule when it was read: it is read again when somebody else does
    basis varchar(64) not null
);
create index ix_declaration_newest on q_group.group_declaration (id desc);
create index ix_declaration_group on q_group.group_declaration (group_id, state, id desc);
create index ix_declaration_confirmed on q_group.group_declaration (confirmed_at);

-- Since when lists are asked for: one row, once they are.
create table q_group.declaration_start (
    id integer not null primary key,
    first_day date not null
);

create table q_group.declared_line (
    declaration_id varchar(26) not null,
    place integer not null,
    list_row integer not null,
    name varchar(200) not null,
    phone varchar(40) not null,
    kind varchar(20) not null,
    recognised varchar(20) not null,
    person_id varchar(26),
    candidates varchar(600) not null,
    done_at bigint,
    done_by varchar(200) not null,
    primary key (declaration_id, place)
);
create index ix_declared_kind on q_group.declared_line (declaration_id, kind, place);

-- The accounts of staff on platforms.
create table q_group.platform_account (
    person_id varchar(26) not null,
    platform varchar(20) not null,
    account varchar(100) not null,
    phone varchar(20) not null,
    installed boolean not null,
    given_at bigint not null,
    verified_at bigint,
    verified_by varchar(200) not null,
    verified_how varchar(20),
    version bigint not null,
    primary key (person_id, platform)
);
create index ix_account_phone on q_group.platform_account (platform, phone);
create index ix_account_given on q_group.platform_account (given_at);
create index ix_account_verified on q_group.platform_account (verified_at);

-- Operations that leaders hand to members for a time.
create table q_group.handed_operation (
    id varchar(26) not null primary key,
    group_id varchar(26) not null,
    group_name varchar(200) not null,
    operation varchar(20) not null,
    from_person_id varchar(26) not null,
    from_name varchar(200) not null,
    to_person_id varchar(26) not null,
    to_name varchar(200) not null,
    first_day date not null,
    last_day date not null,
    reason varchar(500) not null,
    given_at bigint not null,
    ended_at bigint,
    ended_by varchar(200) not null,
    end_reason varchar(500) not null
);
create index ix_handed_newest on q_group.handed_operation (id desc);
create index ix_handed_group on q_group.handed_operation (group_id, id desc);
create index ix_handed_running on q_group.handed_operation (group_id, to_person_id, last_day);
create index ix_handed_given on q_group.handed_operation (given_at);

-- Groups without leader or administrator: since when, and until when.
create table q_group.group_vacancy (
    id varchar(26) not null primary key,
    group_id varchar(26) not null,
    role varchar(20) not null,
    since_day date not null,
    -- empty while it lasts
    filled_at bigint
);
create index ix_vacancy_open on q_group.group_vacancy (filled_at, group_id, role);
create index ix_vacancy_group on q_group.group_vacancy (group_id, role, filled_at);

-- What groups are for, and what directives are about.
create table q_group.group_message_kind (
    group_id varchar(26) not null,
    kind varchar(20) not null,
    primary key (group_id, kind)
);
create table q_group.directive_kind (
    directive_id varchar(26) not null primary key,
    kind varchar(20) not null
);
