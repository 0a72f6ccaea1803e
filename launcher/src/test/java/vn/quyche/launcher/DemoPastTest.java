package vn.quyche.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class DemoPastTest {

    @Test
    void beginsWithTheLastSchoolYearThatIsOver() {
        assertThat(DemoPast.start(LocalDate.of(2026, 11, 26))).hasToString("2025-08-15T00:00:00Z");
        assertThat(DemoPast.start(LocalDate.of(2027, 8, 14))).hasToString("2025-08-15T00:00:00Z");
        assertThat(DemoPast.start(LocalDate.of(2027, 8, 15))).hasToString("2026-08-15T00:00:00Z");
        assertThat(DemoPast.start(LocalDate.of(2028, 2, 29))).hasToString("2026-08-15T00:00:00Z");
    }
}
