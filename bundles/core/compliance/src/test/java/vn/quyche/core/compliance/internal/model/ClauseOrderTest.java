package vn.quyche.core.compliance.internal.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ClauseOrderTest {

    @Test
    void ordersBySourceAndNumbers() {
        assertThat(Stream.of(
                                "MT.2",
                                "TT.15b.1",
                                "BC.6.10",
                                "TT.15.9",
                                "TA.10.1",
                                "BC.6.9",
                                "TA.4c",
                                "TA.4b",
                                "ZZ.1",
                                "BC.6")
                        .sorted(new ClauseOrder()))
                .containsExactly(
                        "BC.6",
                        "BC.6.9",
                        "BC.6.10",
                        "TA.4b",
                        "TA.4c",
                        "TA.10.1",
                        "TT.15.9",
                        "TT.15b.1",
                        "MT.2",
                        "ZZ.1");
    }
}
