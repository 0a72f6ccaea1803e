-- Files that are no documents of the register, while their signature waits for its value.
create table q_signing.prepared_file (
    preparation_id varchar(26) not null primary key,
    kind varchar(20) not null,
    file_name varchar(300) not null,
    file_id varchar(26) not null,
    format varchar(20) not null,
    -- what is shown on the first page, a line each
    shown_lines varchar(2000) not null
);
-- What stands in the register of copies once they are signed.
create table q_signing.prepared_copy (
    preparation_id varchar(26) not null primary key,
    copy_id varchar(26) not null,
    kind varchar(20) not null,
    title varchar(300) not null,
    source varchar(200) not null,
    basis varchar(500) not null,
    document_id varchar(26) not null,
    document_sha256 varchar(64) not null,
    source_sha256 varchar(64) not null
);
