create table q_document.template (
    id varchar(26) not null primary key,
    kind varchar(30) not null,
    name varchar(200) not null,
    folded varchar(200) not null,
    shipped boolean not null,
    active boolean not null,
    -- 0: the one that came with the product, which is no row
    latest integer not null,
    version bigint not null
);
insert into q_document.template (id, kind, name, folded, shipped, active, latest, version)
    values ('A-DECISION', 'DECISION', 'Quyết định', 'quyet dinh', true, true, 0, 1);
insert into q_document.template (id, kind, name, folded, shipped, active, latest, version)
    values ('B-NOTICE', 'NOTICE', 'Thông báo', 'thong bao', true, true, 0, 1);
insert into q_document.template (id, kind, name, folded, shipped, active, latest, version)
    values ('C-PLAN', 'PLAN', 'Kế hoạch', 'ke hoach', true, true, 0, 1);
insert into q_document.template (id, kind, name, folded, shipped, active, latest, version)
    values ('D-REPORT', 'REPORT', 'Báo cáo', 'bao cao', true, true, 0, 1);
insert into q_document.template (id, kind, name, folded, shipped, active, latest, version)
    values ('E-SUBMISSION', 'SUBMISSION', 'Tờ trình', 'to trinh', true, true, 0, 1);
insert into q_document.template (id, kind, name, folded, shipped, active, latest, version)
    values ('F-MINUTES', 'MINUTES', 'Biên bản', 'bien ban', true, true, 0, 1);
insert into q_document.template (id, kind, name, folded, shipped, active, latest, version)
    values ('G-LETTER', 'OFFICIAL_LETTER', 'Công văn', 'cong van', true, true, 0, 1);
insert into q_document.template (id, kind, name, folded, shipped, active, latest, version)
    values ('H-INVITATION', 'INVITATION', 'Giấy mời', 'giay moi', true, true, 0, 1);
create table q_document.template_version (
    template_id varchar(26) not null,
    version_number integer not null,
    file_id varchar(26) not null,
    sha256 varchar(64) not null,
    by_name varchar(200) not null,
    brought_at bigint not null,
    note varchar(500) not null,
    primary key (template_id, version_number)
);
-- from what a version was made; empty when it was brought as a file
alter table q_document.outgoing_version add column template_id varchar(26) default '' not null;
alter table q_document.outgoing_version add column template_version integer default 0 not null;
alter table q_document.outgoing_version add column template_sha256 varchar(64) default '' not null;
alter table q_document.outgoing_version add column word_file_id varchar(26) default '' not null;
-- what was entered in the fields
create table q_document.outgoing_version_text (
    document_id varchar(26) not null,
    version_number integer not null,
    field varchar(120) not null,
    text varchar(20000) not null,
    primary key (document_id, version_number, field)
);
