package vn.quyche.core.compliance.internal.model;

import java.time.Instant;
import java.time.OffsetDateTime;

/** Times as tests write them. */
final class Instants {

    private Instants() {}

    /** A time of Vietnam, for example {@code 2026-10-05T08:00}. */
    static Instant instant(String vietnamTime) {
        return OffsetDateTime.parse(vietnamTime + ":00+07:00").toInstant();
    }
}
