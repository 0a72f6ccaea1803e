package vn.quyche.core.audit.internal.model;

/**
 * What is written of an act, every text within its bounds and never null.
 *
 * @param id sortable by time
 * @param atMs epoch milliseconds
 * @param personId empty for technical accounts
 */
public record Line(
        String id,
        long atMs,
        String accountId,
        String personId,
        String name,
        String door,
        String address,
        String correlationId,
        String action,
        String subjectType,
        String subjectId,
        String outcome,
        String code,
        String clause,
        String before,
        String after,
        String note) {

    /** The longest JSON of a state that is kept whole. */
    public static final int LONGEST_STATE = 16_000;

    public Line {
        accountId = Text.bounded(accountId, 64);
        personId = Text.bounded(personId, 64);
        name = Text.bounded(name, 200);
        address = Text.bounded(address, 64);
        correlationId = Text.bounded(correlationId, 64);
        action = Text.bounded(action, 100);
        subjectType = Text.bounded(subjectType, 80);
        subjectId = Text.bounded(subjectId, 120);
        code = Text.bounded(code, 100);
        clause = Text.bounded(clause, 60);
        before = Text.bounded(before, LONGEST_STATE);
        after = Text.bounded(after, LONGEST_STATE);
        note = Text.bounded(note, 2000);
    }

    /** The part of the action before its dot; lists filter by it. */
    public String domain() {
        return domain(action);
    }

    /** The domain of an action. */
    public static String domain(String action) {
        int dot = action.indexOf('.');
        return Text.bounded(dot < 0 ? action : action.substring(0, dot), 40);
    }

    /** The hash of everything that the line says. */
    public String contentHash() {
        return Hashes.ofFields(
                id,
                Long.toString(atMs),
                accountId,
                personId,
                name,
                door,
                address,
                correlationId,
                action,
                subjectType,
                subjectId,
                outcome,
                code,
                clause,
                before,
                after,
                note);
    }
}
