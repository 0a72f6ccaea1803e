create table q_group.district_link (
    id varchar(26) not null primary key,
    address varchar(300) not null,
    sealed_token varchar(6000) not null,
    sends boolean not null,
    seen varchar(2000) not null,
    read_at bigint,
    sent_at bigint,
    sent_hash varchar(64) not null,
    failure varchar(60) not null,
    failed_at bigint,
    version bigint not null
);

create table q_group.district_change (
    version_no integer not null,
    place integer not null,
    kind varchar(10) not null,
    own boolean not null,
    school_name varchar(200) not null,
    name varchar(200) not null,
    name_before varchar(200) not null,
    text_folded varchar(900) not null,
    platform varchar(40) not null,
    effective_on date not null,
    number varchar(60) not null,
    primary key (version_no, place)
);
create index ix_district_newest on q_group.district_change (version_no desc, place desc);
create index ix_district_own on q_group.district_change (own, version_no desc, place desc);
