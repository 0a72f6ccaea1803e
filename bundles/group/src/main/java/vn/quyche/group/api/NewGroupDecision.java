package vn.quyche.group.api;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What is entered to decide on a group.
 *
 * @param disposition what is decided
 * @param authority who decides, 1 to 200 characters, for example the school or its superior authority
 * @param decision number, date and signer of the document
 * @param reason why, 1 to 500 characters
 * @param effectiveOn from when it holds: not before the day of the decision before it, not after today
 * @param name the new name, for {@code RENAME}
 * @param platform where it lives from then on, for {@code MIGRATE_PLATFORM}
 * @param into the group into which it goes over, for {@code MERGE}
 * @param endsOn the new last day of a temporary group, for {@code KEEP}
 * @param lookAlikeReason why the name is right although it looks like that of another group; for {@code RECOGNISE} and
 *     {@code RENAME}, empty when none looks alike
 */
public record NewGroupDecision(
        GroupDisposition disposition,
        String authority,
        Decision decision,
        String reason,
        LocalDate effectiveOn,
        Optional<String> name,
        Optional<Platform> platform,
        Optional<String> into,
        Optional<LocalDate> endsOn,
        String lookAlikeReason) {

    public NewGroupDecision {
        name = name == null ? Optional.empty() : name;
        platform = platform == null ? Optional.empty() : platform;
        into = into == null ? Optional.empty() : into;
        endsOn = endsOn == null ? Optional.empty() : endsOn;
        lookAlikeReason = lookAlikeReason == null ? "" : lookAlikeReason;
    }
}
