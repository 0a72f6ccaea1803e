-- What each source of evidence counted for a day. A page adds up whole months and the days at both ends of a period, and
-- never counts by itself.
create table q_compliance.standing_day (
  day_on date not null,
  clause varchar(40) not null,
  source varchar(80) not null,
  done_count bigint not null,
  late_count bigint not null,
  missed_count bigint not null,
  kept_count bigint not null,
  refused_count bigint not null,
  violation_count bigint not null,
  last_at bigint not null,
  primary key (day_on, clause, source)
);
create index ix_standing_day_clause on q_compliance.standing_day (clause, day_on);
create index ix_standing_day_source on q_compliance.standing_day (source, day_on);

create table q_compliance.standing_month (
  month_on date not null,
  clause varchar(40) not null,
  done_count bigint not null,
  late_count bigint not null,
  missed_count bigint not null,
  kept_count bigint not null,
  refused_count bigint not null,
  violation_count bigint not null,
  last_at bigint not null,
  primary key (month_on, clause)
);
create index ix_standing_month_clause on q_compliance.standing_month (clause, month_on);

-- How far each source is counted: the next day of its past that was never counted, and from when on changes are looked for.
create table q_compliance.standing_source (
  source varchar(80) not null primary key,
  next_day date not null,
  counted_at bigint not null
);

-- Duties by the day on which they were due, by clause, and those that were settled lately.
create index ix_duty_standing on q_compliance.duty (due_at, clause, state, settled_at);
create index ix_duty_clause on q_compliance.duty (clause, due_at desc, id desc);
create index ix_duty_settled on q_compliance.duty (settled_at, due_at);
create index ix_duty_created on q_compliance.duty (created_at, due_at);
create index ix_edition_decided on q_compliance.regulation_edition (decided_at desc);
create index ix_parameter_entered on q_compliance.parameter_value (entered_at desc);

-- Evidence put together for an inspector; the file itself is an attachment.
create table q_compliance.evidence_file (
  id varchar(26) not null,
  regulation varchar(40) not null,
  title varchar(300) not null,
  from_day date not null,
  to_day date not null,
  state varchar(10) not null,
  error varchar(100) not null,
  requested_by varchar(64) not null,
  requested_name varchar(200) not null,
  requested_at bigint not null,
  ended_at bigint,
  attachment_id varchar(26) not null,
  file_name varchar(255) not null,
  byte_count bigint not null,
  sha256 varchar(64) not null
);
create unique index ix_evidence_file on q_compliance.evidence_file (id desc);
