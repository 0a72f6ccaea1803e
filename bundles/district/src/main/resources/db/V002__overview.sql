-- What the schools' inspections and duties come to: counts by group, domain and role, nothing about people.
alter table q_district.school add column summary_at bigint;
-- When the school made the figures that were last taken over, as it says; empty when they were collected.
alter table q_district.school add column summary_made_at bigint;
alter table q_district.school add column summary_failure varchar(60) not null default '';

create table q_district.school_month (
    school_id varchar(26) not null,
    month_on date not null,
    reports integer not null,
    inspected integer not null,
    differences integer not null,
    overdue integer not null,
    late integer not null,
    violations integer not null,
    found_count integer not null,
    open_findings integer not null,
    due integer not null,
    done integer not null,
    done_late integer not null,
    missed integer not null,
    excused integer not null,
    open_count integer not null,
    primary key (school_id, month_on)
);

create table q_district.school_inspection (
    school_id varchar(26) not null,
    report_id varchar(40) not null,
    month_on date not null,
    school_group_id varchar(40) not null,
    group_code varchar(40) not null,
    group_name varchar(200) not null,
    sort_key varchar(800) not null,
    first_day date not null,
    last_day date not null,
    signed_at bigint not null,
    missing integer not null,
    surplus integer not null,
    overdue integer not null,
    late integer not null,
    violations integer not null,
    found_count integer not null,
    open_findings integer not null,
    primary key (school_id, report_id)
);
create index ix_school_inspection on q_district.school_inspection (school_id, month_on);

create table q_district.school_duty (
    school_id varchar(26) not null,
    month_on date not null,
    domain varchar(40) not null,
    role varchar(40) not null,
    due integer not null,
    done integer not null,
    late integer not null,
    missed integer not null,
    excused integer not null,
    open_count integer not null,
    primary key (school_id, month_on, domain, role)
);
