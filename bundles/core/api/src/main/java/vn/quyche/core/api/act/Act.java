package vn.quyche.core.api.act;

import vn.quyche.core.api.security.Scope;

/**
 * What is about to be done.
 *
 * @param action what the audit log calls it, {@code <domain>.<verb-noun>}, for example {@code group.issue-directive}
 * @param permission the permission that it takes, for example {@code group:issue}; empty when it takes nothing but being
 *     signed in with an account in use (see {@link #self})
 * @param scope what it touches
 * @param subjectType the kind of thing touched, for example {@code group.directive}
 * @param subjectId its id, empty when it is created by the act (see {@link ActLog#subject})
 */
public record Act(String action, String permission, Scope scope, String subjectType, String subjectId) {

    /** An act on a thing that exists. */
    public static Act on(String subjectType, String subjectId, String action, String permission, Scope scope) {
        return new Act(action, permission, scope, subjectType, subjectId);
    }

    /** An act that creates a thing. */
    public static Act create(String subjectType, String action, String permission, Scope scope) {
        return new Act(action, permission, scope, subjectType, "");
    }

    /** An act of a person on their own account, which takes no permission: changing the password, ending a session. */
    public static Act self(String subjectType, String subjectId, String action) {
        return new Act(action, "", Scope.school(), subjectType, subjectId);
    }
}
