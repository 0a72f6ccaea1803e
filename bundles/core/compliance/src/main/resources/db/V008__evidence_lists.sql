create index ix_evidence_file_up on q_compliance.evidence_file (id);
create index ix_evidence_file_state on q_compliance.evidence_file (state, id desc);
create index ix_evidence_file_regulation on q_compliance.evidence_file (regulation, id desc);
create index ix_evidence_file_period on q_compliance.evidence_file (to_day desc, id desc);
create index ix_evidence_file_period_up on q_compliance.evidence_file (to_day, id);
