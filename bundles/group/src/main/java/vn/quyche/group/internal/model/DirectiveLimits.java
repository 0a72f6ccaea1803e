package vn.quyche.group.internal.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import vn.quyche.core.api.Regulated;
import vn.quyche.core.api.compliance.Regulations;
import vn.quyche.core.api.error.Refused;

/** The limits that the regulation sets to directives, with the values in force on a day. */
public final class DirectiveLimits {

    /** Parameter: the greatest length of a directive, in characters. */
    public static final String MAX_LENGTH = "group.max-directive-length";
    /** Parameter: the most pictures for one event. */
    public static final String MAX_PICTURES = "group.max-images-per-event";
    /** Parameter: the most pinned directives of a group. */
    public static final String MAX_PINS = "group.max-pins";

    private final Regulations regulations;
    private final LocalDate day;

    public DirectiveLimits(Regulations regulations, LocalDate day) {
        this.regulations = regulations;
        this.day = day;
    }

    /** A directive is short, and says until when. */
    @Regulated("BC.5.1")
    public void requireShortAndTimely(String text, Optional<Instant> deadline, Instant now) {
        int max = regulations.intValue(MAX_LENGTH, day);
        int length = text.codePointCount(0, text.length());
        if (length > max) {
            throw new Refused("BC.5.1", "group.directive-too-long", length, max, length - max);
        }
        if (deadline.isEmpty()) {
            throw new Refused("BC.5.1", "group.deadline-missing");
        }
        if (!deadline.get().isAfter(now)) {
            throw new Refused("BC.5.1", "group.deadline-past");
        }
    }

    /**
     * At most so many pictures for one event, counted over all directives about it.
     *
     * @param used pictures that directives about the same event hold already
     * @param added pictures of this directive
     */
    @Regulated("BC.6.8")
    public void requirePicturesWithin(String event, int used, int added) {
        int max = regulations.intValue(MAX_PICTURES, day);
        if (used + added > max) {
            throw new Refused("BC.6.8", "group.too-many-images", used + added, max, used + added - max, used, event);
        }
    }

    /** Only a few, important directives are pinned. */
    @Regulated("BC.5.2")
    public void requireRoomForPin(int pinned) {
        int max = regulations.intValue(MAX_PINS, day);
        if (pinned >= max) {
            throw new Refused("BC.5.2", "group.too-many-pins", max);
        }
    }
}
