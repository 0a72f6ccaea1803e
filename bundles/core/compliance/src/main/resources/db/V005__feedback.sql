-- Opinions on the school's regulations, and how they were answered.
create table q_compliance.feedback (
  id varchar(26) not null primary key,
  regulation_id varchar(26) not null,
  regulation_title varchar(300) not null,
  origin varchar(40) not null,
  edition_id varchar(26) not null,
  article_key varchar(40) not null,
  place varchar(400) not null,
  place_key varchar(40) not null,
  author_id varchar(26) not null,
  author_key varchar(1000) not null,
  opinion varchar(4000) not null,
  proposal varchar(4000) not null,
  search_text varchar(32000) not null,
  state varchar(10) not null,
  given_at bigint not null,
  due_at bigint not null,
  answer_id varchar(26)
);
create index ix_feedback_given on q_compliance.feedback (given_at desc, id desc);
create index ix_feedback_state on q_compliance.feedback (state, given_at desc, id desc);
create index ix_feedback_due on q_compliance.feedback (due_at, id);
create index ix_feedback_place on q_compliance.feedback (place_key, id);
create index ix_feedback_author_key on q_compliance.feedback (author_key, id);
create index ix_feedback_author on q_compliance.feedback (author_id, given_at desc, id desc);
create index ix_feedback_article on q_compliance.feedback (regulation_id, article_key, given_at desc, id desc);
create index ix_feedback_origin on q_compliance.feedback (origin, given_at desc, id desc);
create index ix_feedback_answer on q_compliance.feedback (answer_id);

create table q_compliance.feedback_answer (
  id varchar(26) not null primary key,
  regulation_id varchar(26) not null,
  regulation_title varchar(300) not null,
  origin varchar(40) not null,
  outcome varchar(10) not null,
  summary varchar(4000) not null,
  reason varchar(4000) not null,
  edition_id varchar(26),
  answered_by varchar(200) not null,
  answered_at bigint not null
);
create index ix_feedback_answer_origin on q_compliance.feedback_answer (origin, answered_at desc, id desc);
