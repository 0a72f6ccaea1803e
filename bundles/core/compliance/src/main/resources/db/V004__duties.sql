-- Days on which the school works to make up, and which of the computed holidays the office confirmed with a day.
alter table q_compliance.holiday add column working boolean not null default false;
alter table q_compliance.holiday add column origin varchar(60) not null default '';
