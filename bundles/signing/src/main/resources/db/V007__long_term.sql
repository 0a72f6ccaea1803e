-- What proves signatures later: LT or LTA, why not yet, the stored file, when to see to it again.
alter table q_signing.made_signature add column long_term varchar(3) default '' not null;
alter table q_signing.made_signature add column long_term_code varchar(100) default '' not null;
alter table q_signing.made_signature add column long_term_file_id varchar(26) default '' not null;
alter table q_signing.made_signature add column long_term_due bigint default 0 not null;
alter table q_signing.made_signature add column long_term_tries integer default 0 not null;
create index ix_made_long_term on q_signing.made_signature (stamp, long_term_due, id);
