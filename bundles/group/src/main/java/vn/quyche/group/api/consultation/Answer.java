package vn.quyche.group.api.consultation;

import java.time.Instant;

/**
 * The answer of a member.
 *
 * @param personId who answered
 * @param name the name of the member at that time
 * @param choice the place of the choice, from 1; 0 where the answer is a text
 * @param text the answer in words; for a choice the choice
 * @param at when it was last given
 */
public record Answer(String personId, String name, int choice, String text, Instant at) {}
