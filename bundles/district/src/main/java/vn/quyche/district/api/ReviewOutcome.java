package vn.quyche.district.api;

/** What the district decides on a group. Clause TB.3. */
public enum ReviewOutcome {
    /** Recognised. */
    RECOGNISE(ReviewState.RECOGNISED),
    /** Refused; it leaves the list with the next publication. */
    REFUSE(ReviewState.REFUSED),
    /** The school is to change it first. */
    ASK_CHANGE(ReviewState.CHANGE_ASKED);

    private final ReviewState state;

    ReviewOutcome(ReviewState state) {
        this.state = state;
    }

    /** Where the group then stands. */
    public ReviewState state() {
        return state;
    }
}
