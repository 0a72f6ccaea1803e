-- Training on the regulations: the plan of a school year, its trainings, whom they are for and who came.
create table q_compliance.training_plan (
  school_year varchar(9) not null primary key,
  aims varchar(4000) not null,
  approved_by varchar(200) not null,
  approved_at bigint,
  version bigint not null
);
create index ix_training_plan_approved on q_compliance.training_plan (approved_at);

create table q_compliance.training (
  id varchar(26) not null primary key,
  -- the training that was missed by those for whom this makes up; the id of the training itself otherwise
  root_id varchar(26) not null,
  school_year varchar(9) not null,
  -- empty when it is about a clause alone
  regulation_id varchar(26) not null,
  regulation_title varchar(300) not null,
  origin varchar(40) not null,
  clause varchar(20) not null,
  title varchar(200) not null,
  title_key varchar(420) not null,
  content varchar(4000) not null,
  trainer varchar(200) not null,
  place varchar(200) not null,
  responsible_id varchar(26) not null,
  all_staff boolean not null,
  starts_at bigint not null,
  state varchar(10) not null,
  -- of a held training: how many were invited and came
  invited integer not null,
  present integer not null,
  recorded_at bigint,
  recorded_by varchar(200) not null,
  remark varchar(2000) not null,
  search_text varchar(16000) not null,
  version bigint not null
);
create index ix_training_start on q_compliance.training (starts_at, id);
create index ix_training_start_down on q_compliance.training (starts_at desc, id desc);
create index ix_training_title on q_compliance.training (title_key, id);
create index ix_training_title_down on q_compliance.training (title_key desc, id desc);
create index ix_training_year on q_compliance.training (school_year, starts_at, id);
create index ix_training_regulation on q_compliance.training (regulation_id, starts_at, id);
create index ix_training_root on q_compliance.training (root_id, id);
create index ix_training_state on q_compliance.training (state, starts_at, id);

create table q_compliance.training_audience (
  training_id varchar(26) not null,
  kind varchar(10) not null,
  part varchar(40) not null,
  primary key (training_id, kind, part)
);

create table q_compliance.training_attendance (
  training_id varchar(26) not null,
  person_id varchar(26) not null,
  person_name varchar(200) not null,
  name_key varchar(420) not null,
  root_id varchar(26) not null,
  school_year varchar(9) not null,
  regulation_id varchar(26) not null,
  starts_at bigint not null,
  present boolean not null,
  primary key (training_id, person_id)
);
create index ix_attendance_newest on q_compliance.training_attendance (starts_at desc, training_id desc, person_id desc);
create index ix_attendance_person on q_compliance.training_attendance (person_id, starts_at desc, training_id desc);
create index ix_attendance_name on q_compliance.training_attendance (name_key, training_id, person_id);
create index ix_attendance_regulation on q_compliance.training_attendance (regulation_id, present, person_id);
create index ix_attendance_root on q_compliance.training_attendance (root_id, person_id);
