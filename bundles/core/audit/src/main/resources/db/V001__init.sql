-- One line per act. Lines are inserted without a number and sealed once, a second later, in a batch.
-- Nothing else is ever updated or deleted here. There is no primary key beside the descending index: Derby reads an
-- index in one direction only, and lists show the newest line first.
create table q_audit.audit_line (
    id varchar(26) not null,
    at_ms bigint not null,
    account_id varchar(64) not null,
    person_id varchar(64) not null,
    name varchar(200) not null,
    door varchar(10) not null,
    address varchar(64) not null,
    correlation_id varchar(64) not null,
    domain varchar(40) not null,
    action varchar(100) not null,
    subject_type varchar(80) not null,
    subject_id varchar(120) not null,
    outcome varchar(10) not null,
    code varchar(100) not null,
    clause varchar(60) not null,
    before_json varchar(16000) not null,
    after_json varchar(16000) not null,
    note varchar(2000) not null,
    content_hash varchar(64) not null,
    seal_no bigint,
    prev_hash varchar(64),
    hash varchar(64),
    constraint uq_line_seal_no unique (seal_no)
);
create unique index ix_line_id on q_audit.audit_line (id desc);
create index ix_line_person on q_audit.audit_line (person_id, id desc);
create index ix_line_domain on q_audit.audit_line (domain, id desc);
create index ix_line_action on q_audit.audit_line (action, id desc);
create index ix_line_subject on q_audit.audit_line (subject_id, subject_type, id desc);
create index ix_line_outcome on q_audit.audit_line (outcome, id desc);

-- The end of the chain. Locked while lines are sealed, so that two nodes never seal at once.
create table q_audit.chain_head (
    id integer not null primary key,
    last_no bigint not null,
    last_hash varchar(64) not null
);
insert into q_audit.chain_head (id, last_no, last_hash)
    values (1, 0, '0000000000000000000000000000000000000000000000000000000000000000');

create table q_audit.chain_checkpoint (
    seal_no bigint not null primary key,
    hash varchar(64) not null,
    at_ms bigint not null
);

create table q_audit.verification_run (
    id varchar(26) not null primary key,
    at_ms bigint not null,
    line_count bigint not null,
    unsealed_count bigint not null,
    fault_count bigint not null,
    first_fault varchar(300) not null
);
