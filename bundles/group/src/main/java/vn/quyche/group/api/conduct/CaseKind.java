package vn.quyche.group.api.conduct;

/** What members bring before the leader of a group. */
public enum CaseKind {
    /** Somebody does not keep the regulation (BC.6.11); the topic is the clause. */
    VIOLATION,
    /** Something is wrong with the group or an account (BC.6.7); the topic is an {@link IncidentTopic}. */
    INCIDENT,
    /** A change of what the group shows of itself (BC.6.9, BC.6.12); the topic is a {@link ChangeTopic}. */
    CHANGE,
    /** A suggestion about the group's work (BC.6.6); without topic. */
    SUGGESTION
}
