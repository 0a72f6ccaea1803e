package vn.quyche.core.api.document;

/** What may be done with an incoming document. */
public enum IncomingStep {
    DIRECT,
    ROUTE,
    START,
    COMPLETE
}
