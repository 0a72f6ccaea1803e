package vn.quyche.district.internal.store;

import java.io.Serializable;
import java.time.Instant;
import java.util.Optional;
import javax.persistence.Column;
import javax.persistence.Embeddable;
import javax.persistence.EmbeddedId;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Table;
import vn.quyche.district.api.SchoolCollection;
import vn.quyche.district.api.Taken;

@Entity(name = "CollectionItem")
@Table(name = "collection_item", schema = "q_district")
class ItemEntity {

    /** A school in a collection. */
    @Embeddable
    static class Key implements Serializable {
        private static final long serialVersionUID = 1L;

        @Column(name = "run_id")
        String runId;

        @Column(name = "school_id")
        String schoolId;

        Key() {}

        Key(String runId, String schoolId) {
            this.runId = runId;
            this.schoolId = schoolId;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && key.runId.equals(runId) && key.schoolId.equals(schoolId);
        }

        @Override
        public int hashCode() {
            return 31 * runId.hashCode() + schoolId.hashCode();
        }
    }

    @EmbeddedId
    Key key;

    @Column(name = "school_code")
    String schoolCode;

    @Column(name = "school_name")
    String schoolName;

    @Enumerated(EnumType.STRING)
    SchoolCollection.State state;

    /** Where to go on; empty before the first page and after the last. */
    @Column(name = "place_cursor")
    String cursor;

    @Column(name = "page_count")
    int pages;

    @Column(name = "row_count")
    int rows;

    int attempts;

    @Column(name = "next_try_at")
    long nextTryAt;

    String failure;
    String detail;
    int added;
    int changed;
    int gone;
    int same;

    @Column(name = "ended_at")
    Long endedAt;

    SchoolCollection toRecord() {
        return new SchoolCollection(
                key.schoolId,
                schoolCode,
                schoolName,
                state,
                pages,
                rows,
                attempts,
                failure,
                detail,
                new Taken(added, changed, gone, same),
                Optional.ofNullable(endedAt).map(Instant::ofEpochMilli));
    }
}
