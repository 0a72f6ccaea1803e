package vn.quyche.district.api;

/**
 * How the groups of a school stand.
 *
 * @param pending wait for a decision
 * @param recognised are recognised
 * @param refused are refused
 * @param changeAsked have to be changed by the school
 */
public record GroupCounts(int pending, int recognised, int refused, int changeAsked) {

    /** None at all. */
    public static GroupCounts none() {
        return new GroupCounts(0, 0, 0, 0);
    }

    /** All of them. */
    public int all() {
        return pending + recognised + refused + changeAsked;
    }
}
