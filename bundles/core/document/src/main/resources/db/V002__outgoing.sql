create table q_document.book (
    id varchar(26) not null primary key,
    direction varchar(10) not null,
    name varchar(200) not null,
    -- where secret documents are registered on paper
    secret_place varchar(500) not null,
    general boolean not null,
    version bigint not null
);
insert into q_document.book (id, direction, name, secret_place, general, version)
    values ('BOOK-OUTGOING', 'OUTGOING', 'Sổ đăng ký văn bản đi', '', true, 1);
insert into q_document.book (id, direction, name, secret_place, general, version)
    values ('BOOK-INCOMING', 'INCOMING', 'Sổ đăng ký văn bản đến', '', true, 1);
-- which register takes a kind from a year on; kinds without a row go to the general one
create table q_document.book_kind (
    kind varchar(30) not null,
    from_year integer not null,
    book_id varchar(26) not null,
    primary key (kind, from_year)
);
-- one row for each register and year: who gives a number holds it until the number and its document are committed
create table q_document.series (
    book_id varchar(26) not null,
    number_year integer not null,
    last_number integer not null,
    primary key (book_id, number_year)
);
-- each number once; rows are never changed
create table q_document.given_number (
    book_id varchar(26) not null,
    number_year integer not null,
    number_given integer not null,
    document_id varchar(26) not null,
    kind varchar(30) not null,
    code varchar(60) not null,
    primary key (book_id, number_year, number_given)
);
create unique index ux_given_number_document on q_document.given_number (document_id);
create unique index ux_given_number_code on q_document.given_number (number_year, code);
create index ix_given_number_kind on q_document.given_number (number_year, kind);
create table q_document.outgoing (
    id varchar(26) not null primary key,
    kind varchar(30) not null,
    subject varchar(500) not null,
    -- subject and code without diacritics, for the search in lists
    folded varchar(600) not null,
    unit_code varchar(20) not null,
    urgency varchar(20) not null,
    recipients varchar(8000) not null,
    author_id varchar(26) not null,
    author_name varchar(200) not null,
    approver_id varchar(26) not null,
    signer_id varchar(26) not null,
    capacity varchar(20) not null,
    state varchar(20) not null,
    file_id varchar(26) not null,
    sha256 varchar(64) not null,
    approved_sha256 varchar(64) not null,
    approved_by varchar(200) not null,
    book_id varchar(26) not null,
    number_year integer not null,
    number_given integer not null,
    code varchar(60) not null,
    document_day date,
    signature_form varchar(10) not null,
    signed_file_id varchar(26) not null,
    signed_sha256 varchar(64) not null,
    signed_at bigint,
    issued_at bigint,
    copies integer not null,
    remark varchar(500) not null,
    reason varchar(1000) not null,
    created_at bigint not null,
    version_count integer not null,
    version bigint not null
);
create index ix_outgoing_id on q_document.outgoing (id desc);
create index ix_outgoing_state on q_document.outgoing (state, id desc);
create index ix_outgoing_author on q_document.outgoing (author_id, id desc);
create index ix_outgoing_approver on q_document.outgoing (approver_id, id desc);
create index ix_outgoing_signer on q_document.outgoing (signer_id, id desc);
create index ix_outgoing_number on q_document.outgoing (book_id, number_year, number_given);
create index ix_outgoing_approved on q_document.outgoing (approved_sha256);
create index ix_outgoing_signed on q_document.outgoing (signed_sha256);
create table q_document.outgoing_version (
    document_id varchar(26) not null,
    version_number integer not null,
    file_id varchar(26) not null,
    sha256 varchar(64) not null,
    by_name varchar(200) not null,
    brought_at bigint not null,
    note varchar(500) not null,
    primary key (document_id, version_number)
);
create table q_document.outgoing_comment (
    id varchar(26) not null primary key,
    document_id varchar(26) not null,
    by_name varchar(200) not null,
    made_at bigint not null,
    version_number integer not null,
    text varchar(2000) not null
);
create index ix_outgoing_comment_document on q_document.outgoing_comment (document_id, id desc);
