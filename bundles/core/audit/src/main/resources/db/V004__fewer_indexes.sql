-- Every act writes a line, and each index of the table is written with it: most of what a write costs. So lines keep an index
-- for each filter, and no more. An action has one domain, hence the lines of a person and domain are found by person, domain
-- and action, those of a thing by thing and type; and refused attempts, which are few, have rows of their own that serve the
-- filters together with the outcome.
drop index q_audit.ix_line_action;
drop index q_audit.ix_line_thing;
drop index q_audit.ix_line_outcome;
drop index q_audit.ix_line_person_action;
drop index q_audit.ix_line_person_domain;
drop index q_audit.ix_line_person_outcome;
drop index q_audit.ix_line_action_outcome;
drop index q_audit.ix_line_domain_outcome;
drop index q_audit.ix_line_clause;
create index ix_line_domain_action on q_audit.audit_line (domain, action, id desc);
create index ix_line_person_domain_action on q_audit.audit_line (person_id, domain, action, id desc);

-- What refused attempts are found by. The line itself, which is sealed and verified, is in audit_line.
create table q_audit.refused_line (
    id varchar(26) not null,
    at_ms bigint not null,
    person_id varchar(64) not null,
    domain varchar(40) not null,
    action varchar(100) not null,
    subject_type varchar(80) not null,
    subject_id varchar(120) not null,
    clause varchar(60) not null
);
insert into q_audit.refused_line (id, at_ms, person_id, domain, action, subject_type, subject_id, clause)
    select id, at_ms, person_id, domain, action, subject_type, subject_id, clause
    from q_audit.audit_line where outcome = 'REFUSED';
create unique index ix_refused_id on q_audit.refused_line (id desc);
create index ix_refused_person on q_audit.refused_line (person_id, id desc);
create index ix_refused_domain on q_audit.refused_line (domain, id desc);
create index ix_refused_domain_action on q_audit.refused_line (domain, action, id desc);
create index ix_refused_person_domain_action on q_audit.refused_line (person_id, domain, action, id desc);
create index ix_refused_subject on q_audit.refused_line (subject_id, subject_type, id desc);
create index ix_refused_type on q_audit.refused_line (subject_type, id desc);
create index ix_refused_clause on q_audit.refused_line (clause, at_ms desc, id desc);
