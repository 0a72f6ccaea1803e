-- What inspections look back on: who was in a group when, by which rule and whose roles, and what became of directives.
create table q_group.member_span (
    group_id varchar(26) not null,
    person_id varchar(26) not null,
    since bigint not null,
    -- empty while the person is in the group
    until_at bigint,
    primary key (group_id, person_id, since)
);
create index ix_span_group on q_group.member_span (group_id, since);
insert into q_group.member_span (group_id, person_id, since)
    select group_id, person_id, since from q_group.group_member;

-- The rule and the roles of a group from a moment on; the past of groups registered earlier is taken as it is now.
create table q_group.group_edition (
    group_id varchar(26) not null,
    since bigint not null,
    all_staff boolean not null,
    primary key (group_id, since)
);
create table q_group.group_edition_part (
    group_id varchar(26) not null,
    since bigint not null,
    kind varchar(10) not null,
    part varchar(40) not null,
    primary key (group_id, since, kind, part)
);
create table q_group.group_edition_role (
    group_id varchar(26) not null,
    since bigint not null,
    place integer not null,
    role varchar(20) not null,
    post varchar(40),
    unit_id varchar(26),
    person_id varchar(26),
    primary key (group_id, since, place)
);
insert into q_group.group_edition (group_id, since, all_staff)
    select id, registered_at, all_staff from q_group.messaging_group;
insert into q_group.group_edition_part (group_id, since, kind, part)
    select r.group_id, g.registered_at, r.kind, r.part
    from q_group.rule_part r join q_group.messaging_group g on g.id = r.group_id;
insert into q_group.group_edition_role (group_id, since, place, role, post, unit_id, person_id)
    select a.group_id, g.registered_at, a.place, a.role, a.post, a.unit_id, a.person_id
    from q_group.appointment a join q_group.messaging_group g on g.id = a.group_id;

-- When a directive was pinned and unpinned, replaced and withdrawn.
create table q_group.directive_step (
    directive_id varchar(26) not null,
    place integer not null,
    group_id varchar(26) not null,
    kind varchar(20) not null,
    taken_at bigint not null,
    reason varchar(1000) not null,
    primary key (directive_id, place)
);
create index ix_step_group on q_group.directive_step (group_id, taken_at);
insert into q_group.directive_step (directive_id, place, group_id, kind, taken_at, reason)
    select d.id, 1, d.group_id, 'SUPERSEDED', n.issued_at, ''
    from q_group.directive d join q_group.directive n on n.id = d.replaced_by
    where d.state = 'SUPERSEDED' and n.issued_at is not null;
-- of what was done before steps were kept only that it was done is known: it counts from the issue on
insert into q_group.directive_step (directive_id, place, group_id, kind, taken_at, reason)
    select d.id, 1, d.group_id, 'WITHDRAWN', d.issued_at, '' from q_group.directive d
    where d.state = 'WITHDRAWN' and d.issued_at is not null;
insert into q_group.directive_step (directive_id, place, group_id, kind, taken_at, reason)
    select d.id, 1, d.group_id, 'PINNED', d.issued_at, d.pin_reason from q_group.directive d
    where d.state = 'ISSUED' and d.pin_reason <> '' and d.issued_at is not null;

create index ix_directive_issued on q_group.directive (group_id, issued_at);
create index ix_receipt_due on q_group.receipt (group_id, deadline);

-- Reports on inspections of groups. Figures and lines are stored once a report is signed.
create table q_group.inspection (
    id varchar(26) not null primary key,
    group_id varchar(26) not null,
    group_code varchar(20) not null,
    group_name varchar(200) not null,
    group_sort varchar(420) not null,
    first_day date not null,
    last_day date not null,
    inspector_id varchar(26) not null,
    inspector_name varchar(200) not null,
    conclusion varchar(4000) not null,
    search_text varchar(8000) not null,
    state varchar(10) not null,
    made_at bigint not null,
    as_of bigint,
    signed_at bigint,
    signed_by varchar(200) not null,
    hash varchar(64) not null,
    version bigint not null,
    -- only one report stands for a group and a period; removed drafts leave no row
    constraint ux_inspection_period unique (group_id, first_day, last_day)
);
create index ix_inspection_made on q_group.inspection (made_at desc, id desc);
create index ix_inspection_made_up on q_group.inspection (made_at, id);
create index ix_inspection_period on q_group.inspection (last_day desc, id desc);
create index ix_inspection_period_up on q_group.inspection (last_day, id);
create index ix_inspection_name on q_group.inspection (group_sort, id);
create index ix_inspection_name_down on q_group.inspection (group_sort desc, id desc);
create index ix_inspection_state on q_group.inspection (state, last_day desc, id desc);
create index ix_inspection_signed on q_group.inspection (group_id, state, last_day desc);
create index ix_inspection_signed_at on q_group.inspection (signed_at);

create table q_group.inspection_figure (
    inspection_id varchar(26) not null,
    figure varchar(30) not null,
    amount integer not null,
    primary key (inspection_id, figure)
);

create table q_group.inspection_line (
    inspection_id varchar(26) not null,
    place integer not null,
    section varchar(20) not null,
    subject_id varchar(40) not null,
    title varchar(600) not null,
    word varchar(30) not null,
    at_time bigint,
    amount integer not null,
    other_amount integer not null,
    primary key (inspection_id, place)
);

create table q_group.inspection_finding (
    id varchar(26) not null primary key,
    inspection_id varchar(26) not null,
    group_id varchar(26) not null,
    kind varchar(20) not null,
    body varchar(4000) not null,
    remedy varchar(2000) not null,
    due_on date not null,
    remedied_at bigint,
    remedied_by varchar(200) not null,
    remark varchar(4000) not null
);
create index ix_finding_inspection on q_group.inspection_finding (inspection_id, id);
