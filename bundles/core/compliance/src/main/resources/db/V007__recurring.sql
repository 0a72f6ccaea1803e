-- What the school decided about a recurring rule: that it rests, ends or goes on, from a day on.
create table q_compliance.duty_rule_change (
  rule_id varchar(80) not null,
  valid_from date not null,
  kind varchar(10) not null,
  last_day date,
  reason varchar(1000) not null,
  decided_by varchar(200) not null,
  decided_at bigint not null,
  primary key (rule_id, valid_from)
);

-- What was laid of a rule for a day that is still to come; while it is the same, nothing has to be compared.
create table q_compliance.duty_rule_day (
  rule_id varchar(80) not null,
  day_on date not null,
  fingerprint varchar(64) not null,
  primary key (rule_id, day_on)
);
