package vn.quyche.core.compliance.internal.model;

import java.time.Instant;

/**
 * That a person came to a training, or did not (TA.12d).
 *
 * @param trainingId the training
 * @param title what it was called
 * @param regulationId the regulation; empty when it was about a clause alone
 * @param about the regulation or the clause
 * @param schoolYear the school year
 * @param startsAt when it began
 * @param personId who
 * @param name the name then
 * @param present whether the person came
 */
public record TrainingRecord(
        String trainingId,
        String title,
        String regulationId,
        String about,
        String schoolYear,
        Instant startsAt,
        String personId,
        String name,
        boolean present) {}
