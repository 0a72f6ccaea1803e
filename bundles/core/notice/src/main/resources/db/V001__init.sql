-- Indexes that lists read newest first stand in descending order: Derby reads an index in one direction only.
create table q_notice.notice (
  id varchar(26) not null primary key,
  person_id varchar(26) not null,
  notice_key varchar(200) not null,
  kind varchar(80) not null,
  title varchar(300) not null,
  body varchar(4000) not null,
  link varchar(400) not null,
  sent_at bigint not null,
  read_at bigint
);
create unique index ix_notice_key on q_notice.notice (person_id, notice_key);
create index ix_notice_person on q_notice.notice (person_id, id desc);
create index ix_notice_unread on q_notice.notice (person_id, read_at, id desc);
create index ix_notice_sent on q_notice.notice (sent_at);

-- The address of a person's calendar feed: the name is looked up, the secret is compared. It stands here as it is, since
-- its owner may look at it again; whoever reads this table can read the duties themselves.
create table q_notice.calendar (
  person_id varchar(26) not null primary key,
  feed_name varchar(26) not null,
  secret varchar(64) not null,
  created_at bigint not null
);
create unique index ix_calendar_name on q_notice.calendar (feed_name);

-- One row per mail that was sent or is being tried: a person gets one a day.
create table q_notice.digest (
  person_id varchar(26) not null,
  digest_on date not null,
  state varchar(10) not null,
  attempts integer not null,
  changed_at bigint not null,
  primary key (digest_on, person_id)
);
