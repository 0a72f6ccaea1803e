-- Pictures of signatures and of the seal, kept for good, and where they are seen.
create table q_signing.signature_picture (
    id varchar(26) not null primary key,
    kind varchar(20) not null,
    -- empty for the seal
    person_id varchar(26) not null,
    -- on paper, in tenths of millimetres
    width_tenths integer not null,
    wide integer not null,
    high integer not null,
    file_id varchar(26) not null,
    sha256 varchar(64) not null,
    reason varchar(500) not null,
    added_by varchar(200) not null,
    added_at bigint not null,
    ended_at bigint,
    ended_by varchar(200) not null,
    end_reason varchar(500) not null
);
create index ix_picture_newest on q_signing.signature_picture (id desc);
create index ix_picture_person on q_signing.signature_picture (person_id, kind, id desc);

create table q_signing.stamp_place (
    -- a document (d:…) or the code of a kind of documents (k:…)
    owner varchar(40) not null,
    part varchar(20) not null,
    shown boolean not null,
    -- from 1; below 0 counted from the end
    page integer not null,
    -- tenths of millimetres from the upper left corner
    x_tenths integer not null,
    y_tenths integer not null,
    width_tenths integer not null,
    primary key (owner, part)
);
