-- Answers about all regulations but some, by time.
create index ix_feedback_answered on q_compliance.feedback_answer (answered_at desc, id desc);
