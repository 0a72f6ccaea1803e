package vn.quyche.core.api.document;

/** What may be done with an outgoing document. */
public enum OutgoingStep {
    REVISE,
    SUBMIT,
    APPROVE,
    SEND_BACK,
    ASSIGN_NUMBER,
    SIGN,
    ISSUE,
    RECALL,
    CANCEL,
    DISCARD
}
