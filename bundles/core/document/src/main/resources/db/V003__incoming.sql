create table q_document.incoming (
    id varchar(26) not null primary key,
    book_id varchar(26) not null,
    number_year integer not null,
    number_given integer not null,
    arrived_on date not null,
    sender varchar(200) not null,
    sender_folded varchar(200) not null,
    code varchar(60) not null,
    document_day date,
    kind varchar(30) not null,
    subject varchar(500) not null,
    folded varchar(1000) not null,
    urgency varchar(20) not null,
    paper boolean not null,
    state varchar(20) not null,
    opinion varchar(2000) not null,
    opinion_by varchar(200) not null,
    opinion_at bigint,
    due_on date,
    outcome varchar(2000) not null,
    completed_at bigint,
    remark varchar(500) not null,
    registered_by varchar(200) not null,
    registered_at bigint not null,
    assignments integer not null,
    version bigint not null
);
create unique index ux_incoming_number on q_document.incoming (book_id, number_year, number_given);
create index ix_incoming_id on q_document.incoming (id desc);
create index ix_incoming_state on q_document.incoming (state, id desc);
create index ix_incoming_code on q_document.incoming (code, sender_folded);
create table q_document.incoming_assignee (
    document_id varchar(26) not null,
    assignee_id varchar(26) not null,
    is_unit boolean not null,
    is_lead boolean not null,
    place integer not null,
    primary key (document_id, assignee_id)
);
create index ix_incoming_assignee on q_document.incoming_assignee (assignee_id, document_id);
