package vn.quyche.core.compliance.internal.service;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.Regulated;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.VietnameseText;
import vn.quyche.core.api.directory.Directory;
import vn.quyche.core.api.directory.Person;
import vn.quyche.core.api.persistence.SortedRows;
import vn.quyche.core.api.security.Access;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.security.Scope;
import vn.quyche.core.compliance.internal.model.Edition;
import vn.quyche.core.compliance.internal.model.TrainingRecord;
import vn.quyche.core.compliance.internal.model.TrainingRecordQuery;
import vn.quyche.core.compliance.internal.model.Untrained;
import vn.quyche.core.compliance.internal.store.JpaEditionStore;
import vn.quyche.core.compliance.internal.store.JpaTrainingRecordStore;

/** Who came to which training, and who never came to one on a regulation that is in force (TA.12d, TT.15.3). */
@Component(service = TrainingRecords.class)
@Regulated({"TA.12d", "TT.15.3"})
public final class TrainingRecords {

    private static final SortedRows<Untrained> UNTRAINED = SortedRows.of(
                    "compliance.untrained", "name", Untrained::personId, Untrained::regulationId)
            .by("name", one -> VietnameseText.nameSortKey(one.name()));

    private final JpaTrainingRecordStore store;
    private final JpaEditionStore editions;
    private final Directory directory;
    private final Access access;
    private final Clock clock;

    @Activate
    public TrainingRecords(
            @Reference JpaTrainingRecordStore store,
            @Reference JpaEditionStore editions,
            @Reference Directory directory,
            @Reference Access access,
            @Reference Clock clock) {
        this.store = store;
        this.editions = editions;
        this.directory = directory;
        this.access = access;
        this.clock = clock;
    }

    /** Everybody's records. */
    public Page<TrainingRecord> list(Caller caller, TrainingRecordQuery query, PageRequest page) {
        access.require(caller, CompliancePermissions.REGULATION_TRAINING_RECORDS, Scope.school());
        return store.list(query, page);
    }

    /** The caller's own records; an account that belongs to nobody has none. */
    public Page<TrainingRecord> mine(Caller caller, TrainingRecordQuery query, PageRequest page) {
        access.require(caller, CompliancePermissions.REGULATION_READ, Scope.school());
        return store.list(
                new TrainingRecordQuery(
                        Optional.of(caller.personId().orElse("")),
                        query.regulationId(),
                        query.schoolYear(),
                        query.present()),
                page);
    }

    /**
     * Who works here and never came to a training on a regulation that is in force, by name.
     *
     * @param regulationId only this regulation
     */
    public Page<Untrained> untrained(Caller caller, Optional<String> regulationId, PageRequest page) {
        access.require(caller, CompliancePermissions.REGULATION_TRAINING_RECORDS, Scope.school());
        return UNTRAINED.query(page).page(untrained(regulationId));
    }

    /** A school has a dozen regulations and some hundred people. */
    private Stream<Untrained> untrained(Optional<String> regulationId) {
        LocalDate today = VietnamTime.today(clock);
        List<Person> staff = directory.staff(today);
        List<Untrained> untrained = new ArrayList<>();
        editions.decided().stream()
                .filter(edition -> edition.state(today) == Edition.State.IN_FORCE)
                .filter(edition ->
                        regulationId.map(edition.regulationId()::equals).orElse(true))
                .forEach(edition -> {
                    Set<String> trained = store.trained(edition.regulationId());
                    staff.stream()
                            .filter(person -> !trained.contains(person.id()))
                            .forEach(person -> untrained.add(new Untrained(
                                    person.id(),
                                    person.fullName(),
                                    edition.regulationId(),
                                    edition.content().title())));
                });
        return untrained.stream();
    }
}
