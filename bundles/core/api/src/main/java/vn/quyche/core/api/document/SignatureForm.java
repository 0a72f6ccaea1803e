package vn.quyche.core.api.document;

/** How a document was signed. */
public enum SignatureForm {
    /** Not signed yet. */
    NONE,
    /** With pen and seal; the scan is kept. */
    HAND,
    /** Digitally; the signed file is kept. */
    DIGITAL
}
