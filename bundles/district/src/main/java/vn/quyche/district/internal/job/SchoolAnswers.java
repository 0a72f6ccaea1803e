package vn.quyche.district.internal.job;

import vn.quyche.core.api.remote.RemoteFailure;
import vn.quyche.core.api.remote.RemoteHttp;
import vn.quyche.district.internal.model.SchoolFailure;

/** Judges the answers of schools. */
final class SchoolAnswers {

    private static final int BAD_REQUEST = 400;
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;

    private SchoolAnswers() {}

    /**
     * Lets an answer with a list pass.
     *
     * @param following whether it is a page after the first: then a bad request means that the place was lost
     */
    static RemoteHttp.Answer requireList(RemoteHttp.Answer answer, boolean following) {
        if (answer.status() == BAD_REQUEST && following) {
            throw RemoteFailure.passing(SchoolFailure.LOST_PLACE, "HTTP " + answer.status(), null);
        }
        return RemoteHttp.requireOk(answer);
    }

    /**
     * Lets an answer with figures pass.
     *
     * @param asked what was asked for: the detail when the school has no such thing, or does not let the token see it
     */
    static RemoteHttp.Answer requireFigures(RemoteHttp.Answer answer, String asked) {
        return switch (answer.status()) {
            case NOT_FOUND -> throw RemoteFailure.lasting(SchoolFailure.NO_SUMMARY, asked);
            case UNAUTHORIZED, FORBIDDEN -> throw RemoteFailure.lasting(SchoolFailure.SUMMARY_DENIED, asked);
            default -> RemoteHttp.requireOk(answer);
        };
    }
}
