-- Conduct: reports of violations and incidents, requests for changes, suggestions.
create table q_group.conduct_case (
    id varchar(26) not null primary key,
    kind varchar(20) not null,
    group_id varchar(26) not null,
    topic varchar(40) not null,
    reporter_id varchar(26) not null,
    reporter_name varchar(200) not null,
    person_id varchar(26) not null,
    person_name varchar(200) not null,
    happened_at bigint not null,
    happened_on date not null,
    body varchar(8000) not null,
    body_folded varchar(8000) not null,
    state varchar(20) not null,
    opened_at bigint not null,
    due_at bigint not null,
    found_at bigint,
    settled_at bigint,
    outcome varchar(30) not null,
    posting_until date,
    version bigint not null
);
create index ix_case_newest on q_group.conduct_case (kind, id desc);
create index ix_case_state on q_group.conduct_case (kind, state, id desc);
create index ix_case_group on q_group.conduct_case (group_id, kind, id desc);
create index ix_case_reporter on q_group.conduct_case (reporter_id, id desc);
create index ix_case_person on q_group.conduct_case (person_id, id desc);
create index ix_case_due on q_group.conduct_case (kind, due_at, id);
create index ix_case_day on q_group.conduct_case (happened_on, topic);
create index ix_case_found on q_group.conduct_case (found_at);
create index ix_case_settled on q_group.conduct_case (settled_at);

create table q_group.conduct_step (
    case_id varchar(26) not null,
    place integer not null,
    kind varchar(20) not null,
    taken_at bigint not null,
    by_id varchar(26) not null,
    by_name varchar(200) not null,
    body varchar(4000) not null,
    primary key (case_id, place)
);

create table q_group.posting_withdrawal (
    group_id varchar(26) not null,
    person_id varchar(26) not null,
    until_day date not null,
    case_id varchar(26) not null,
    primary key (group_id, person_id)
);
