create table q_compliance.regulation (
  id varchar(26) not null primary key,
  origin varchar(40) not null,
  title varchar(300) not null,
  short_title varchar(80) not null,
  draft_id varchar(26),
  version bigint not null
);
create unique index ix_regulation_origin on q_compliance.regulation (origin);

create table q_compliance.regulation_edition (
  id varchar(26) not null primary key,
  regulation_id varchar(26) not null,
  sequence_no integer not null,
  kind varchar(10) not null,
  title varchar(300) not null,
  short_title varchar(80) not null,
  parameters varchar(32000) not null,
  bases varchar(32000) not null,
  code varchar(60) not null,
  decided_on date,
  place varchar(100) not null,
  superior varchar(200) not null,
  issuer varchar(200) not null,
  capacity varchar(20) not null,
  signer_post varchar(100) not null,
  signer varchar(100) not null,
  recipients varchar(32000) not null,
  ends_others varchar(2000) not null,
  effective_on date,
  ends_on date,
  ended_by varchar(26),
  decided_by varchar(200) not null,
  decided_at bigint,
  laid_on date,
  version bigint not null
);
create unique index ix_edition_regulation on q_compliance.regulation_edition (regulation_id, sequence_no);
create index ix_edition_effective on q_compliance.regulation_edition (decided_at, effective_on);

create table q_compliance.regulation_article (
  edition_id varchar(26) not null,
  position_no integer not null,
  article_key varchar(40) not null,
  chapter varchar(20) not null,
  chapter_title varchar(300) not null,
  article_number varchar(20) not null,
  ordinal integer not null,
  title varchar(300) not null,
  article_text varchar(32000) not null,
  clauses varchar(8000) not null,
  primary key (edition_id, position_no)
);

create table q_compliance.regulation_receipt (
  edition_id varchar(26) not null,
  person_id varchar(26) not null,
  acknowledged_at bigint not null,
  text_hash varchar(64) not null,
  primary key (edition_id, person_id)
);
