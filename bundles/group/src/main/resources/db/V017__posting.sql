-- Who may post in a group, from a day on. The rule of a day is the one with the latest first day; of one day, the last given.
create table q_group.posting_rule (
    id varchar(26) not null primary key,
    group_id varchar(26) not null,
    policy varchar(20) not null,
    first_day date not null,
    reason varchar(500) not null,
    by_id varchar(26) not null,
    by_name varchar(200) not null,
    given_at bigint not null
);
create index ix_posting_rule_day on q_group.posting_rule (group_id, first_day desc, id desc);

-- From whom the right to post was withdrawn, until when, and whether it was given back before.
create table q_group.posting_suspension (
    id varchar(26) not null primary key,
    group_id varchar(26) not null,
    person_id varchar(26) not null,
    first_day date not null,
    last_day date not null,
    case_id varchar(26) not null,
    returned_at bigint,
    returned_by varchar(200) not null,
    return_reason varchar(500) not null
);
create index ix_suspension_person on q_group.posting_suspension (group_id, person_id, last_day);
create index ix_suspension_newest on q_group.posting_suspension (group_id, id desc);
-- from which day on one that stands already holds is not known: from the first on that any can
insert into q_group.posting_suspension (id, group_id, person_id, first_day, last_day, case_id, returned_by, return_reason)
    select case_id, group_id, person_id, cast('1970-01-01' as date), until_day, case_id, '', ''
    from q_group.posting_withdrawal;
drop table q_group.posting_withdrawal;

-- By which account a planned issue was asked for: it must still be allowed when the moment comes.
alter table q_group.scheduled_issue add column account_id varchar(60) default '' not null;
