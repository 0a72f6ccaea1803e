-- Many documents signed with one PIN, one after the other.
create table q_signing.sign_batch (
    id varchar(26) not null primary key,
    token_id varchar(26) not null,
    serial varchar(100) not null,
    person_id varchar(26) not null,
    person_name varchar(200) not null,
    level varchar(1) not null,
    state varchar(20) not null,
    total integer not null,
    done integer not null,
    failed integer not null,
    stop_code varchar(100) not null,
    created_at bigint not null,
    ended_at bigint,
    -- until when the program that works on it is believed to be alive
    running_until bigint not null
);
create index ix_batch_person on q_signing.sign_batch (person_id, id desc);

create table q_signing.sign_batch_item (
    batch_id varchar(26) not null,
    place integer not null,
    document_id varchar(26) not null,
    sha256 varchar(64) not null,
    state varchar(20) not null,
    clause varchar(20) not null,
    code varchar(100) not null,
    signature_id varchar(26) not null,
    primary key (batch_id, place)
);
create index ix_batch_item on q_signing.sign_batch_item (batch_id, state, place);
