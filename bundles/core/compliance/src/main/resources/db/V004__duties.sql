-- Days on which the school works to make up, and which of the computed holidays the office confirmed with a day.
alter table q_compliance.holiday add column working boolean not null default false;
alter table q_compliance.holiday add column origin varchar(60) not null default '';

-- Who is told that a duty is late, in steps.
alter table q_compliance.duty add column escalations varchar(400) not null default '';
update q_compliance.duty set escalations = 'person ' || escalate_to where escalate_to is not null;
alter table q_compliance.duty drop column escalate_to;
