package vn.quyche.group.internal.shell;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.error.Invalid;

/** Reads a moment of Vietnam from the command line, for example {@code 2026-10-05T17:00}. */
final class MomentOption {

    private MomentOption() {}

    /** @throws Invalid {@code core.bad-time} at the option */
    static Instant of(String option, String text) {
        try {
            return LocalDateTime.parse(text).atZone(VietnamTime.ZONE).toInstant();
        } catch (DateTimeException e) {
            throw new Invalid(option, "core.bad-time");
        }
    }
}
