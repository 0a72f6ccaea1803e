create table q_compliance.duty (
  id varchar(26) not null primary key,
  duty_key varchar(200) not null,
  kind varchar(80) not null,
  domain varchar(40) not null,
  clause varchar(40) not null,
  title varchar(300) not null,
  person_id varchar(26) not null,
  subject_type varchar(80) not null,
  subject_id varchar(120) not null,
  link varchar(400) not null,
  created_at bigint not null,
  due_at bigint not null,
  state varchar(10) not null,
  settled_at bigint,
  evidence varchar(400) not null,
  excused_by varchar(26),
  reason varchar(1000) not null,
  reminders varchar(200) not null,
  next_step integer not null,
  next_reminder_at bigint,
  escalate_to varchar(26)
);
create unique index ix_duty_key on q_compliance.duty (duty_key);
create index ix_duty_person_state on q_compliance.duty (person_id, state, due_at, id);
create index ix_duty_state on q_compliance.duty (state, due_at, id);
create index ix_duty_domain_state on q_compliance.duty (domain, state, due_at, id);
create index ix_duty_domain on q_compliance.duty (domain, due_at, id);
create index ix_duty_due on q_compliance.duty (due_at, id);
create index ix_duty_subject on q_compliance.duty (subject_type, subject_id);
create index ix_duty_reminder on q_compliance.duty (next_reminder_at);

create table q_compliance.duty_rule (
  id varchar(80) not null primary key,
  settled_to date not null
);

create table q_compliance.holiday (
  holiday_on date not null primary key,
  name varchar(200) not null
);

create table q_compliance.parameter_value (
  parameter_key varchar(100) not null,
  valid_from date not null,
  parameter_value varchar(2000) not null,
  decision varchar(200) not null,
  entered_by varchar(200) not null,
  entered_at bigint not null,
  primary key (parameter_key, valid_from)
);

create table q_compliance.known_clause (
  id varchar(40) not null primary key,
  domain varchar(40) not null,
  kind varchar(20) not null,
  summary varchar(2000) not null,
  mechanism varchar(2000) not null,
  citation varchar(200) not null
);
