create table q_document.case_file (
    id varchar(26) not null primary key,
    code varchar(60) not null,
    title varchar(500) not null,
    folded varchar(600) not null,
    file_year integer not null,
    keeper_id varchar(26) not null,
    keeper_name varchar(200) not null,
    -- 0 for permanently
    retention_years integer not null,
    state varchar(20) not null,
    closed_on date,
    transferred_on date,
    receiver varchar(200) not null,
    documents integer not null,
    version bigint not null
);
create unique index ux_case_file_code on q_document.case_file (file_year, code);
create index ix_case_file_id on q_document.case_file (id desc);
create index ix_case_file_keeper on q_document.case_file (keeper_id, id desc);
create index ix_case_file_state on q_document.case_file (state, id desc);
create table q_document.case_file_item (
    file_id varchar(26) not null,
    document_id varchar(26) not null,
    direction varchar(10) not null,
    place integer not null,
    primary key (file_id, document_id)
);
