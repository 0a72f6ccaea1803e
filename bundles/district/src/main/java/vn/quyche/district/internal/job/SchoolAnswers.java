package vn.quyche.district.internal.job;

import vn.quyche.core.api.remote.RemoteFailure;
import vn.quyche.core.api.remote.RemoteHttp;
import vn.quyche.district.internal.model.SchoolFailure;

/** Judges the answers of schools. */
final class SchoolAnswers {

    private static final int BAD_REQUEST = 400;

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
}
