package vn.quyche.core.audit.internal.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import vn.quyche.core.api.audit.AuditLine.Outcome;
import vn.quyche.core.api.audit.AuditTrail.Query;
import vn.quyche.core.api.error.Invalid;

class QueriesTest {

    @Test
    void takesDaysInVietnamWholeAndInstantsAsTheyAre() {
        Query query = Queries.of("2026-09-05", "2026-09-05", null, " ", null, "\u0000d1", "REFUSED");
        assertThat(query.from()).contains(Instant.parse("2026-09-04T17:00:00Z"));
        assertThat(query.to()).contains(Instant.parse("2026-09-05T17:00:00Z"));
        assertThat(query.action()).isEmpty();
        assertThat(query.subjectId()).contains("d1");
        assertThat(query.outcome()).contains(Outcome.REFUSED);
        assertThat(Queries.of("2026-09-05T07:15:00Z", null, null, null, null, null, null)
                        .from())
                .contains(Instant.parse("2026-09-05T07:15:00Z"));
    }

    @Test
    void refusesWhatIsNoTimeOrOutcome() {
        assertThatThrownBy(() -> Queries.of("hôm qua", null, null, null, null, null, null))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> Queries.of(null, "2026-99-05", null, null, null, null, null))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> Queries.of(null, null, null, null, null, null, "x"))
                .isInstanceOf(Invalid.class);
    }
}
