-- within the school: to which units (U:) and people (P:) it goes, one a line; empty for documents that leave the school
alter table q_document.outgoing add column circulation varchar(4000) default '' not null;
-- the incoming document that it answers
alter table q_document.outgoing add column answers_id varchar(26) default '' not null;
create index ix_outgoing_answers on q_document.outgoing (answers_id);
create table q_document.outgoing_circulation (
    document_id varchar(26) not null,
    assignee_id varchar(26) not null,
    primary key (document_id, assignee_id)
);
create index ix_outgoing_circulation on q_document.outgoing_circulation (assignee_id, document_id);
insert into q_document.book (id, direction, name, secret_place, general, version)
    values ('BOOK-INTERNAL', 'INTERNAL', 'Sổ văn bản nội bộ', '', true, 1);
