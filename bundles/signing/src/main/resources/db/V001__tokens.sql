-- Signing tokens, who has them, what they may sign and what they signed.
create table q_signing.token (
    id varchar(26) not null primary key,
    serial varchar(100) not null,
    serial_folded varchar(100) not null,
    kind varchar(20) not null,
    provider varchar(200) not null,
    purpose varchar(500) not null,
    holder_id varchar(26) not null,
    custodian_id varchar(26) not null,
    place varchar(300) not null,
    state varchar(20) not null,
    -- serial, provider and name, as search compares them
    folded varchar(1200) not null,
    fingerprint varchar(64) not null,
    subject varchar(1000) not null,
    cert_name varchar(200) not null,
    cert_identity varchar(200) not null,
    cert_serial varchar(200) not null,
    issuer varchar(200) not null,
    valid_from bigint not null,
    valid_to bigint not null,
    key_usage varchar(200) not null,
    algorithm varchar(40) not null,
    certificate varchar(32000) not null,
    remark varchar(500) not null,
    registered_at bigint not null,
    last_known_at bigint not null,
    last_used_at bigint,
    -- the hand-over that waits, so that there is but one
    pending_id varchar(26) not null,
    -- the least number of days before the end of which was told
    told_days integer not null,
    version bigint not null
);
create unique index ux_token_serial on q_signing.token (serial_folded);
create unique index ux_token_fingerprint on q_signing.token (fingerprint);
create index ix_token_by_end on q_signing.token (valid_to, id);
create index ix_token_holder on q_signing.token (holder_id, state);
create index ix_token_custodian on q_signing.token (custodian_id, state);
create index ix_token_state on q_signing.token (state, serial_folded);

create table q_signing.token_scope (
    id varchar(26) not null primary key,
    token_id varchar(26) not null,
    kinds varchar(500) not null,
    first_day date not null,
    last_day date not null,
    most integer not null,
    used integer not null,
    delegation_id varchar(26) not null,
    basis varchar(500) not null,
    granted_by varchar(200) not null,
    granted_at bigint not null,
    ended_at bigint
);
create index ix_scope_token on q_signing.token_scope (token_id, id desc);
create index ix_scope_granted on q_signing.token_scope (granted_at);

create table q_signing.token_hand_over (
    id varchar(26) not null primary key,
    token_id varchar(26) not null,
    serial varchar(100) not null,
    kind varchar(20) not null,
    giver_id varchar(26) not null,
    receiver_id varchar(26) not null,
    place varchar(300) not null,
    reason varchar(500) not null,
    device_condition varchar(500) not null,
    proposed_at bigint not null,
    proposed_by varchar(200) not null,
    giver_at bigint,
    receiver_at bigint,
    state varchar(20) not null,
    number varchar(30) not null,
    settled_at bigint,
    remark varchar(500) not null
);
create index ix_hand_over_newest on q_signing.token_hand_over (id desc);
create index ix_hand_over_token on q_signing.token_hand_over (token_id, id desc);
create index ix_hand_over_giver on q_signing.token_hand_over (giver_id, state);
create index ix_hand_over_receiver on q_signing.token_hand_over (receiver_id, state);
create index ix_hand_over_settled on q_signing.token_hand_over (settled_at);

-- The last number of the minutes of a year.
create table q_signing.minutes_series (
    series_year integer not null primary key,
    last_number integer not null
);

create table q_signing.token_case (
    id varchar(26) not null primary key,
    token_id varchar(26) not null,
    serial varchar(100) not null,
    kind varchar(20) not null,
    reporter_id varchar(26) not null,
    reporter_name varchar(200) not null,
    reported_at bigint not null,
    known_until bigint not null,
    body varchar(4000) not null,
    outcome varchar(20) not null,
    replacement_id varchar(26) not null,
    closed_at bigint,
    version bigint not null
);
create index ix_token_case_newest on q_signing.token_case (id desc);
create index ix_token_case_token on q_signing.token_case (token_id, id desc);
create index ix_token_case_reporter on q_signing.token_case (reporter_id, id desc);
create index ix_token_case_reported on q_signing.token_case (reported_at);

create table q_signing.token_case_step (
    case_id varchar(26) not null,
    place integer not null,
    kind varchar(20) not null,
    done_at bigint not null,
    by_name varchar(200) not null,
    body varchar(4000) not null,
    primary key (case_id, place)
);

create table q_signing.token_use (
    id varchar(26) not null primary key,
    token_id varchar(26) not null,
    serial varchar(100) not null,
    person_id varchar(26) not null,
    person_name varchar(200) not null,
    document_kind varchar(20) not null,
    document_id varchar(100) not null,
    sha256 varchar(64) not null,
    scope_id varchar(26) not null,
    asked_at bigint not null,
    outcome varchar(20) not null,
    clause varchar(20) not null,
    code varchar(200) not null,
    settled_at bigint
);
create index ix_use_newest on q_signing.token_use (id desc);
create index ix_use_token on q_signing.token_use (token_id, id desc);
create index ix_use_settled on q_signing.token_use (settled_at);
-- what two who register at once wait for, and nobody else
insert into q_signing.minutes_series (series_year, last_number) values (0, 0);
