package vn.quyche.messenger.api;

/** Which official interface a connection speaks. */
public enum ConnectionKind {
    /** Zalo Bot Platform: posts into groups, sees what mentions it. */
    ZALO_BOT(2000),
    /** Zalo Official Account with GMF groups: creates groups, sees members and messages. */
    ZALO_OA(2000),
    /** Viber channel: posts only. */
    VIBER_CHANNEL(7000);

    private final int longest;

    ConnectionKind(int longest) {
        this.longest = longest;
    }

    /** How many characters a post may have. */
    public int longest() {
        return longest;
    }
}
