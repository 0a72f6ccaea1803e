-- Where the key of a token is, and the signatures that were made here.
create table q_signing.signing_key (
    token_id varchar(26) not null primary key,
    serial varchar(100) not null,
    kind varchar(20) not null,
    -- the name of a library of the configuration, and the place in its list of slots
    library varchar(100) not null,
    slot_index integer not null,
    scheme varchar(20) not null,
    -- an encrypted key file, encrypted again with the key of the installation
    sealed varchar(32000) not null,
    -- wrong PINs one after the other
    wrong_pins integer not null,
    added_by varchar(200) not null,
    added_at bigint not null
);

create table q_signing.made_signature (
    id varchar(26) not null primary key,
    use_id varchar(26) not null,
    token_id varchar(26) not null,
    serial varchar(100) not null,
    person_id varchar(26) not null,
    person_name varchar(200) not null,
    document_kind varchar(20) not null,
    document_id varchar(100) not null,
    file_name varchar(300) not null,
    source_sha256 varchar(64) not null,
    file_id varchar(26) not null,
    sha256 varchar(64) not null,
    fingerprint varchar(64) not null,
    signer varchar(200) not null,
    signed_at bigint not null,
    stamp varchar(20) not null,
    stamp_code varchar(100) not null,
    stamped_at bigint,
    stamped_file_id varchar(26) not null
);
create index ix_made_newest on q_signing.made_signature (id desc);
create index ix_made_person on q_signing.made_signature (person_id, id desc);
create index ix_made_document on q_signing.made_signature (document_id, id desc);
create index ix_made_stamp on q_signing.made_signature (stamp, id);
