package vn.quyche.group.api.conduct;

/** What an incident is about. */
public enum IncidentTopic {
    /** Messages cannot be sent or received. */
    MESSAGES_FAIL,
    /** Personal data went to people whom they do not concern. */
    DATA_LEAK,
    /** A member's account or device was lost or taken over. */
    LOST_ACCOUNT,
    /** A group pretends to be this one. */
    IMPOSTOR_GROUP,
    /** Anything else. */
    OTHER
}
