package vn.quyche.core.api.compliance;

import java.time.Instant;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;
import vn.quyche.core.api.security.Caller;

/** Trainings of all staff on the regulations, and the plan of a school year in which they stand. Clauses TA.12d and TT.15.3. */
@ProviderType
public interface SchoolTrainings {

    /**
     * A training of all staff.
     *
     * @param clause the clause that it is about
     * @param title one line, 1 to 200 characters
     * @param content what is taught, at most 4000 characters, may be empty
     * @param session when and where it takes place
     */
    record NewTraining(String clause, String title, String content, Session session) {}

    /**
     * When and where a training takes place.
     *
     * @param startsAt when it begins
     * @param trainer who teaches
     * @param place where
     * @param responsibleId who sees to it, a person of the school
     */
    record Session(Instant startsAt, String trainer, String place, String responsibleId) {}

    /**
     * Plans a training; those for whom it is are told.
     *
     * @param key idempotency key, may be blank
     * @return its id
     */
    String plan(Caller caller, NewTraining training, String key);

    /**
     * Records that a training was held, and who came.
     *
     * @throws vn.quyche.core.api.error.Conflict {@code compliance.training-not-begun}, {@code compliance.training-settled}
     */
    void hold(Caller caller, String trainingId, Set<String> presentIds, String remark);

    /**
     * Plans another training for those who missed one.
     *
     * @param key idempotency key, may be blank
     * @return its id
     * @throws vn.quyche.core.api.error.Conflict {@code compliance.training-not-held}, {@code compliance.training-nobody-missed}
     */
    String makeUp(Caller caller, String trainingId, Session session, String key);

    /**
     * Writes the aims of the plan of a school year and approves it.
     *
     * @param schoolYear as {@link SchoolPeriod} names it
     * @throws vn.quyche.core.api.error.Conflict {@code compliance.training-plan-empty}, {@code compliance.training-plan-approved}
     */
    void approve(Caller caller, String schoolYear, String aims);
}
