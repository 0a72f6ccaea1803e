package vn.quyche.core.audit.internal.service;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Optional;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.audit.AuditLine.Outcome;
import vn.quyche.core.api.audit.AuditTrail.Query;
import vn.quyche.core.api.error.Invalid;

/** Reads the filters of a request. A day counts from its first instant in Vietnam to its last. */
public final class Queries {

    private Queries() {}

    /** The query; null and blank do not restrict. */
    public static Query of(
            String from,
            String to,
            String person,
            String action,
            String subjectType,
            String subjectId,
            String outcome) {
        return new Query(
                given(from).map(text -> instant("from", text, false)),
                given(to).map(text -> instant("to", text, true)),
                given(person),
                given(action),
                given(subjectType),
                given(subjectId),
                given(outcome).map(Queries::outcome));
    }

    private static Optional<String> given(String text) {
        return Optional.ofNullable(text)
                .map(value -> value.replace("\u0000", "").strip())
                .filter(value -> !value.isEmpty());
    }

    private static Instant instant(String field, String text, boolean end) {
        try {
            if (text.length() == "2026-09-05".length()) {
                LocalDate day = LocalDate.parse(text);
                return end ? VietnamTime.endOf(day) : VietnamTime.startOf(day);
            }
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new Invalid(field, "audit.time-form", text);
        }
    }

    private static Outcome outcome(String text) {
        return Arrays.stream(Outcome.values())
                .filter(value -> value.name().equals(text))
                .findFirst()
                .orElseThrow(() -> new Invalid("outcome", "audit.outcome-form", text));
    }
}
