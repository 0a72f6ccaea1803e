package vn.quyche.district.api;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What a school sends of its inspections and duties, whole for the months that it names.
 *
 * @param schoolCode the code of the school
 * @param madeAt when the school made it; an older one than the last is refused
 * @param from the first month, {@code 2026-10}
 * @param to the last month
 * @param inspections the signed reports whose period ends in these months
 * @param duties the months that have duties
 */
public record PushedSummary(
        String schoolCode,
        Instant madeAt,
        String from,
        String to,
        List<SchoolInspection> inspections,
        List<DutyMonth> duties) {

    public PushedSummary {
        inspections = inspections == null ? List.of() : Collections.unmodifiableList(new ArrayList<>(inspections));
        duties = duties == null ? List.of() : Collections.unmodifiableList(new ArrayList<>(duties));
    }
}
