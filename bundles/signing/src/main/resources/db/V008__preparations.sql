-- Signatures that wait for their value: the key is on a clerk's PC or with a service.
create table q_signing.prepared_signature (
    id varchar(26) not null primary key,
    use_id varchar(26) not null,
    token_id varchar(26) not null,
    serial varchar(100) not null,
    person_id varchar(26) not null,
    person_name varchar(200) not null,
    document_id varchar(100) not null,
    title varchar(300) not null,
    source_sha256 varchar(64) not null,
    level varchar(1) not null,
    scheme varchar(20) not null,
    fingerprint varchar(64) not null,
    -- what the key signs, in Base64
    data varchar(4000) not null,
    signed_at bigint not null,
    state varchar(20) not null,
    code varchar(100) not null,
    signature_id varchar(26) not null,
    expires_at bigint not null,
    ended_at bigint
);
create index ix_prepared_newest on q_signing.prepared_signature (id desc);
create index ix_prepared_person on q_signing.prepared_signature (person_id, id desc);
create index ix_prepared_state on q_signing.prepared_signature (state, expires_at);
create index ix_prepared_use on q_signing.prepared_signature (use_id);
-- uses that a crash left granted
create index ix_token_use_outcome on q_signing.token_use (outcome, asked_at);
