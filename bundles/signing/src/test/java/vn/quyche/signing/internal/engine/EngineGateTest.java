package vn.quyche.signing.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import eu.europa.esig.dss.spi.DSSSecurityProvider;
import java.security.Provider;
import java.security.Security;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class EngineGateTest {

    private static final Duration LONG = Duration.ofSeconds(30);

    @Test
    void theProviderIsThereForEachWorkHoweverManyGatesWereClosed() throws Exception {
        EngineGate one = new EngineGate(1, LONG);
        try (EngineGate other = new EngineGate(1, LONG)) {
            assertThat(other.run(LONG, EngineGateTest::provider)).isNotNull();
        }
        assertThat(provider()).as("nothing stays behind").isNull();

        assertThat(one.run(LONG, EngineGateTest::provider)).isNotNull();
        one.close();
        assertThat(provider()).isNull();
    }

    private static Provider provider() {
        return Security.getProvider(DSSSecurityProvider.getSecurityProviderName());
    }
}
