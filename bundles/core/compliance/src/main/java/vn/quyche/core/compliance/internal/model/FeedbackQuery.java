package vn.quyche.core.compliance.internal.model;

import java.util.Optional;

/**
 * Which opinions are wanted.
 *
 * @param regulationId those on a regulation
 * @param articleKey those on an article
 * @param state those in a state
 * @param text those in which all of this text stands, whatever its case and diacritics
 */
public record FeedbackQuery(
        Optional<String> regulationId,
        Optional<String> articleKey,
        Optional<Feedback.State> state,
        Optional<String> text) {

    /** All. */
    public static final FeedbackQuery ALL =
            new FeedbackQuery(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}
