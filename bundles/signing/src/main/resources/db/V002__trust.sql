create table q_signing.trust_certificate (
    id varchar(26) not null primary key,
    track varchar(10) not null,
    root boolean not null,
    subject varchar(1000) not null,
    subject_folded varchar(2000) not null,
    sort_key varchar(1000) not null,
    issuer varchar(1000) not null,
    serial varchar(100) not null,
    fingerprint varchar(64) not null,
    not_before bigint not null,
    not_after bigint not null,
    der varchar(32000) not null,
    added_at bigint not null,
    added_by varchar(200) not null
);
create unique index ux_trust_fingerprint on q_signing.trust_certificate (fingerprint);
create index ix_trust_sort on q_signing.trust_certificate (sort_key, id);

-- The newest list of each authority; its bytes in parts, since neither database knows a long text that the other knows.
create table q_signing.trust_crl (
    id varchar(26) not null primary key,
    this_update bigint not null,
    next_update bigint,
    entries integer not null,
    parts integer not null,
    loaded_at bigint not null
);
create table q_signing.trust_crl_part (
    id varchar(40) not null primary key,
    certificate_id varchar(26) not null,
    content varchar(32000) not null
);
create index ix_trust_crl_part on q_signing.trust_crl_part (certificate_id);
