-- Lists of duties may begin with the latest due: Derby reads an index in one direction only.
create index ix_duty_due_down on q_compliance.duty (due_at desc, id desc);
create index ix_duty_state_down on q_compliance.duty (state, due_at desc, id desc);
