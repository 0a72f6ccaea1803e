package vn.quyche.group.api.inspection;

/** What an inspection counts, in the order in which it is shown. Clause BC.7.2. */
public enum Figure {
    /** People confirmed to be in the group at the end of the period. */
    MEMBERS,
    /** People who belong by the rule at the end of the period. */
    BELONGING,
    /** People who belong and were not in the group at the end of the period. */
    MISSING,
    /** People who were in the group at the end of the period and do not belong. */
    SURPLUS,
    /** How often somebody was confirmed to have come. */
    JOINED,
    /** How often somebody was confirmed to have gone. */
    GONE,
    /** Directives issued. */
    ISSUED,
    /** Directives withdrawn or replaced. */
    CLOSED,
    /** Receipts of the directives issued: one for each recipient. */
    RECEIPTS,
    /** Those of them that were read. */
    READ,
    /** Those of them for which the recipient did what was asked. */
    FULFILLED,
    /** Receipts that fell due in the period, whenever their directive was issued. */
    DUE,
    /** Those of them that were fulfilled after the deadline. */
    LATE,
    /** Those of them that are not fulfilled. */
    OVERDUE,
    /** How many people were late. */
    LATE_PEOPLE,
    /** How many people are overdue. */
    OVERDUE_PEOPLE,
    /** How often a directive was pinned. */
    PINNED,
    /** Pins that stood at the end of the period. */
    PINS,
    /** How many pins were allowed at the end of the period. */
    PIN_LIMIT,
    /** Violations reported. */
    VIOLATIONS,
    /** Violations found to be true. */
    FOUND,
    /** Reports of violations found to be untrue. */
    UNFOUNDED,
    /** Violations whose outcome was decided. */
    SETTLED,
    /** Reports of violations that were open at the end of the period. */
    OPEN,
    /** Incidents reported. */
    INCIDENTS,
    /** Changes asked for and suggestions made. */
    REQUESTS,
    /** Roles of leader or administrator that nobody held at the end of the period. */
    VACANCIES
}
