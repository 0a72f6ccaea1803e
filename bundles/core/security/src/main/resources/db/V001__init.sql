create table q_security.account (
    id varchar(26) not null primary key,
    user_name varchar(64) not null,
    user_key varchar(64) not null,
    name varchar(200) not null,
    sort_key varchar(500) not null,
    search_text varchar(300) not null,
    person_id varchar(64),
    password_hash varchar(200) not null,
    must_change boolean not null,
    password_at bigint not null,
    closed boolean not null,
    created_at bigint not null,
    last_sign_in bigint,
    version bigint not null,
    constraint uq_account_user_key unique (user_key),
    constraint uq_account_person unique (person_id)
);
create index ix_account_sort on q_security.account (sort_key, id);

create table q_security.password_history (
    id varchar(26) not null primary key,
    account_id varchar(26) not null,
    password_hash varchar(200) not null
);
create index ix_history_account on q_security.password_history (account_id, id);

-- Failures to sign in, by user name (existing or not) and by address; the keys are hashed.
create table q_security.attempt (
    attempt_key varchar(64) not null primary key,
    failures integer not null,
    last_at bigint not null,
    locked_until bigint not null
);
create index ix_attempt_last on q_security.attempt (last_at);

create table q_security.own_role (
    code varchar(40) not null primary key,
    label varchar(200) not null
);

-- Where the administrator deviates from what the bundles declare.
create table q_security.role_override (
    role_code varchar(40) not null,
    permission varchar(100) not null,
    granted boolean not null,
    primary key (role_code, permission)
);

create table q_security.role_grant (
    id varchar(26) not null primary key,
    account_id varchar(26) not null,
    role_code varchar(40) not null,
    reach varchar(10) not null,
    unit_id varchar(64),
    valid_from date not null,
    valid_to date,
    reason varchar(500) not null,
    granted_by varchar(200) not null,
    granted_at bigint not null,
    revoked_at bigint
);
create index ix_grant_account on q_security.role_grant (account_id, id);
create index ix_grant_role on q_security.role_grant (role_code, id);

create table q_security.delegation (
    id varchar(26) not null primary key,
    from_person varchar(64) not null,
    to_person varchar(64) not null,
    permissions varchar(8000) not null,
    unit_id varchar(64),
    valid_from date not null,
    valid_to date not null,
    reason varchar(1000) not null,
    clauses varchar(1000) not null,
    created_at bigint not null,
    ended_at bigint
);
create index ix_delegation_from on q_security.delegation (from_person, id);
create index ix_delegation_to on q_security.delegation (to_person, id);

create table q_security.user_session (
    id varchar(26) not null primary key,
    key_hash varchar(64) not null,
    account_id varchar(26) not null,
    address varchar(64) not null,
    user_agent varchar(300) not null,
    started_at bigint not null,
    last_used_at bigint not null,
    ends_at bigint not null,
    constraint uq_session_key unique (key_hash)
);
create index ix_session_account on q_security.user_session (account_id, id);
create index ix_session_last on q_security.user_session (last_used_at);

create table q_security.api_token (
    id varchar(26) not null primary key,
    token_hash varchar(64) not null,
    account_id varchar(26) not null,
    name varchar(200) not null,
    permissions varchar(8000) not null,
    created_at bigint not null,
    expires_on date not null,
    last_used_at bigint,
    revoked_at bigint,
    constraint uq_token_hash unique (token_hash)
);
create index ix_token_account on q_security.api_token (account_id, id);

-- Grows with every change to the tables above; other nodes look at it and forget what they knew.
create table q_security.change_mark (
    id integer not null primary key,
    mark bigint not null
);
insert into q_security.change_mark (id, mark) values (1, 0);
