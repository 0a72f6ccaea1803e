package vn.quyche.group.api;

import java.time.Instant;
import java.util.Optional;

/**
 * A directive (tin nhắn chỉ đạo). Once issued it is an administrative act: numbered, immutable, chained by hash within its
 * group (clause BC.3.3).
 *
 * @param id its id
 * @param content what it says and whom it concerns; never changes once it is issued
 * @param authorId the person who wrote it
 * @param authorName the name of the author at that time
 * @param standing what became of it
 * @param version grows with each step
 */
public record Directive(
        String id, NewDirective content, String authorId, String authorName, DirectiveStanding standing, long version) {

    /** The group. */
    public String groupId() {
        return content.groupId();
    }

    /** What it is about. */
    public String title() {
        return content.title();
    }

    /** Until when; always there once it is issued. */
    public Optional<Instant> deadline() {
        return content.deadline();
    }

    /** Where it stands. */
    public DirectiveState state() {
        return standing.state();
    }

    /** Its number, for example {@code 07/2026/N03}; empty for a draft. */
    public String number() {
        return standing.issuance().number();
    }
}
