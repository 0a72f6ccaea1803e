-- The figures of inspections and duties that the district has from this school.
alter table q_group.district_link add column figures_at bigint;
alter table q_group.district_link add column figures_hash varchar(64) not null default '';
