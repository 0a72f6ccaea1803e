package vn.quyche.group.api;

/** How far a recipient has come with a directive. Clause BC.6.4. */
public enum ReceiptStage {
    PENDING,
    DELIVERED,
    READ,
    ACKNOWLEDGED,
    REPLIED,
    COMPLETED;

    /** Whether this stage fulfils what was asked. */
    public boolean fulfils(Requirement requirement) {
        return ordinal()
                >= switch (requirement) {
                    case READ -> READ.ordinal();
                    case ACKNOWLEDGE -> ACKNOWLEDGED.ordinal();
                    case REPLY -> REPLIED.ordinal();
                    case COMPLETE -> COMPLETED.ordinal();
                };
    }
}
