package vn.quyche.core.compliance.internal.store;

import java.time.Instant;
import java.util.Optional;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import vn.quyche.core.api.VietnameseText;
import vn.quyche.core.compliance.internal.model.Audience;
import vn.quyche.core.compliance.internal.model.Training;

/** A training; whom it is for stands in {@link AudienceEntity}. */
@Entity
@Table(schema = "q_compliance", name = "training")
class TrainingEntity {

    @Id
    String id;

    @Column(name = "root_id")
    String rootId;

    @Column(name = "school_year")
    String schoolYear;

    @Column(name = "regulation_id")
    String regulationId;

    @Column(name = "regulation_title")
    String regulation;

    String origin;
    String clause;
    String title;

    @Column(name = "title_key")
    String titleKey;

    String content;
    String trainer;
    String place;

    @Column(name = "responsible_id")
    String responsibleId;

    @Column(name = "all_staff")
    boolean allStaff;

    @Column(name = "starts_at")
    long startsAt;

    String state;
    int invited;
    int present;

    @Column(name = "recorded_at")
    Long recordedAt;

    @Column(name = "recorded_by")
    String recordedBy;

    String remark;

    @Column(name = "search_text")
    String searchText;

    long version;

    /** Takes everything but the version. */
    void take(Training training) {
        id = training.id();
        rootId = training.rootId();
        schoolYear = training.schoolYear();
        regulationId = training.regulationId();
        regulation = training.regulation();
        origin = training.origin();
        clause = training.clause();
        title = training.title();
        titleKey = VietnameseText.sortKey(training.title());
        content = training.content();
        trainer = training.trainer();
        place = training.place();
        responsibleId = training.responsibleId();
        allStaff = training.audience().allStaff();
        startsAt = training.startsAt().toEpochMilli();
        state = training.state().name();
        invited = training.invited();
        present = training.present();
        recordedAt = training.recordedAt().map(Instant::toEpochMilli).orElse(null);
        recordedBy = training.recordedBy();
        remark = training.remark();
        searchText = VietnameseText.fold(String.join(
                " ",
                training.title(),
                training.regulation(),
                training.clause(),
                training.content(),
                training.trainer(),
                training.place()));
    }

    Training toTraining(Audience audience) {
        return new Training(
                id,
                rootId,
                schoolYear,
                regulationId,
                regulation,
                origin,
                clause,
                title,
                content,
                trainer,
                place,
                responsibleId,
                audience,
                Instant.ofEpochMilli(startsAt),
                Training.State.valueOf(state),
                invited,
                present,
                Optional.ofNullable(recordedAt).map(Instant::ofEpochMilli),
                recordedBy,
                remark,
                version);
    }
}
