package vn.quyche.group.api;

import java.util.Optional;

/**
 * What became of a directive since it was written.
 *
 * @param state where it stands
 * @param issuance what it got when it was issued
 * @param replacedBy the directive that took its place
 * @param withdrawnReason why it was withdrawn, empty otherwise
 * @param pinReason why it is pinned, empty when it is not
 */
public record DirectiveStanding(
        DirectiveState state,
        Issuance issuance,
        Optional<String> replacedBy,
        String withdrawnReason,
        String pinReason) {

    /** The standing of what was written and not yet issued. */
    public static final DirectiveStanding DRAFT =
            new DirectiveStanding(DirectiveState.DRAFT, Issuance.NONE, Optional.empty(), "", "");

    /** Whether it is pinned. */
    public boolean pinned() {
        return !pinReason.isEmpty();
    }
}
