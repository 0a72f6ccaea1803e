package vn.quyche.core.compliance.internal.service;

import vn.quyche.core.compliance.internal.model.Feedback;

/** The words for decisions in notices and evidence, which are in Vietnamese. */
final class FeedbackWords {

    private FeedbackWords() {}

    static String of(Feedback.State outcome) {
        return switch (outcome) {
            case OPEN -> "chờ trả lời";
            case ACCEPTED -> "tiếp thu";
            case PARTLY -> "tiếp thu một phần";
            case REFUSED -> "không tiếp thu";
        };
    }
}
