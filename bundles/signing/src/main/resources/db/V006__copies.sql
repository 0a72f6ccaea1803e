-- Copies that the school certified, and attachments that it signed.
create table q_signing.signed_copy (
    id varchar(26) not null primary key,
    kind varchar(20) not null,
    copy_year integer not null,
    -- 0 for attachments
    copy_number integer not null,
    code varchar(100) not null,
    source varchar(200) not null,
    basis varchar(500) not null,
    file_name varchar(300) not null,
    source_sha256 varchar(64) not null,
    signature_id varchar(26) not null,
    file_id varchar(26) not null,
    sha256 varchar(64) not null,
    person_id varchar(26) not null,
    person_name varchar(200) not null,
    made_at bigint not null
);
create index ix_copy_newest on q_signing.signed_copy (id desc);
create index ix_copy_kind on q_signing.signed_copy (kind, id desc);
create index ix_copy_person on q_signing.signed_copy (person_id, id desc);

-- The last number of a year; one series for all kinds of copies.
create table q_signing.copy_series (
    series_year integer not null primary key,
    last_number integer not null
);
insert into q_signing.copy_series (series_year, last_number) values (0, 0);
