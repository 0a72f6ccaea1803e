package vn.quyche.group.api.consultation;

import java.util.List;

/**
 * What came of a consultation.
 *
 * @param members how many people were asked: those of the group today, or when it was closed
 * @param answered how many answered
 * @param choices how often each choice was taken, in their order; empty for texts
 */
public record Results(int members, int answered, List<Count> choices) {

    /**
     * How often a choice was taken.
     *
     * @param label the choice
     * @param count how many took it
     */
    public record Count(String label, int count) {}

    public Results {
        choices = List.copyOf(choices);
    }
}
