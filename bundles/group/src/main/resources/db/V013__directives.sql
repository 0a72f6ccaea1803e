-- Documents of meetings and study sessions that a directive brings in place of paper, or before it.
create table q_group.directive_document (
    directive_id varchar(26) not null primary key,
    group_id varchar(26) not null,
    kind varchar(20) not null,
    meeting varchar(200) not null,
    place varchar(200) not null,
    words_folded varchar(410) not null,
    held_on date not null,
    paper varchar(20) not null,
    -- whether it goes to chosen people
    targeted boolean not null,
    -- known once the directive is issued
    number varchar(60) not null,
    issued_at bigint,
    recipients integer not null
);
create index ix_document_issued on q_group.directive_document (issued_at, directive_id);
create index ix_document_latest on q_group.directive_document (held_on desc, directive_id desc);
create index ix_document_earliest on q_group.directive_document (held_on, directive_id);
create index ix_document_group on q_group.directive_document (group_id, held_on, directive_id);

-- Questions that a leader puts to the members of a group, with a beginning and an end.
create table q_group.consultation (
    id varchar(26) not null primary key,
    group_id varchar(26) not null,
    question varchar(300) not null,
    question_folded varchar(300) not null,
    body varchar(4000) not null,
    kind varchar(20) not null,
    begins_at bigint not null,
    ends_at bigint not null,
    opened_by varchar(26) not null,
    opened_name varchar(200) not null,
    opened_at bigint not null,
    state varchar(20) not null,
    told boolean not null,
    closed_at bigint,
    closing_reason varchar(500) not null,
    -- how many belonged to the group when it closed
    members integer not null,
    version bigint not null
);
create index ix_consultation_newest on q_group.consultation (id desc);
create index ix_consultation_end on q_group.consultation (ends_at, id);
create index ix_consultation_group on q_group.consultation (group_id, id desc);
create index ix_consultation_state on q_group.consultation (state, ends_at);

create table q_group.consultation_choice (
    consultation_id varchar(26) not null,
    place integer not null,
    label varchar(200) not null,
    primary key (consultation_id, place)
);

create table q_group.consultation_answer (
    consultation_id varchar(26) not null,
    person_id varchar(26) not null,
    name varchar(200) not null,
    sort_key varchar(420) not null,
    -- the place of the choice, 0 where the answer is a text
    choice integer not null,
    body varchar(2000) not null,
    answered_at bigint not null,
    primary key (consultation_id, person_id)
);
create index ix_answer_list on q_group.consultation_answer (consultation_id, sort_key, person_id);

-- Drafts that are to be issued at a moment.
create table q_group.scheduled_issue (
    directive_id varchar(26) not null primary key,
    group_id varchar(26) not null,
    asked_at bigint not null,
    due_at bigint not null,
    urgent_reason varchar(300) not null,
    by_id varchar(26) not null,
    by_name varchar(200) not null,
    planned_at bigint not null,
    state varchar(20) not null,
    failure varchar(100) not null,
    failure_text varchar(1000) not null
);
create index ix_schedule_due on q_group.scheduled_issue (state, due_at, directive_id);
create index ix_schedule_by on q_group.scheduled_issue (by_id, due_at, directive_id);

-- Who was reminded of a directive, and who was told that others are late.
create table q_group.directive_reminder (
    event_id varchar(26) not null,
    place integer not null,
    directive_id varchar(26) not null,
    at_ms bigint not null,
    kind varchar(20) not null,
    told_id varchar(26) not null,
    -- whose duty it is: how many people
    people integer not null,
    primary key (event_id, place)
);
create index ix_reminder_newest on q_group.directive_reminder (directive_id, at_ms desc, event_id desc, place desc);

-- Legal holds, and what was exported with its chain of custody.
create table q_group.legal_hold (
    id varchar(26) not null primary key,
    directive_id varchar(26) not null,
    number varchar(60) not null,
    title varchar(200) not null,
    reason varchar(500) not null,
    laid_by varchar(26) not null,
    laid_name varchar(200) not null,
    laid_at bigint not null,
    standing boolean not null,
    lifted_by varchar(26),
    lifted_name varchar(200) not null,
    lifted_at bigint,
    lift_reason varchar(500) not null
);
create index ix_hold_newest on q_group.legal_hold (id desc);
create index ix_hold_standing on q_group.legal_hold (standing, id desc);
create index ix_hold_directive on q_group.legal_hold (directive_id, id desc);

create table q_group.custody_export (
    id varchar(26) not null primary key,
    directive_id varchar(26) not null,
    group_id varchar(26) not null,
    by_id varchar(26) not null,
    by_name varchar(200) not null,
    at_ms bigint not null,
    reason varchar(500) not null,
    manifest_hash varchar(64) not null
);
create index ix_export_directive on q_group.custody_export (directive_id, id desc);
create index ix_export_at on q_group.custody_export (at_ms, id);
