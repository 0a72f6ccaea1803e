create table q_document.attachment (
    id varchar(26) not null primary key,
    -- both empty while nobody owns it
    owner_type varchar(60) not null,
    owner_id varchar(26) not null,
    file_name varchar(255) not null,
    media_type varchar(200) not null,
    byte_count bigint not null,
    sha256 varchar(64) not null,
    uploaded_by varchar(26) not null,
    uploaded_at bigint not null,
    scanned boolean not null
);
create index ix_attachment_owner on q_document.attachment (owner_id, owner_type, id);
create index ix_attachment_content on q_document.attachment (sha256);
