package vn.quyche.core.security.internal.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.quyche.core.security.internal.store.AccountStore;

class RightPasswordsTest {

    private static final Instant NOW = Instant.parse("2026-09-07T01:00:00Z");

    private final RightPasswords passwords = new RightPasswords();

    private static AccountStore.Row account(String id, String hash) {
        return new AccountStore.Row(
                id, "lan", "Lan", Optional.empty(), hash, false, false, Instant.EPOCH, Optional.empty(), 1);
    }

    @Test
    void knowsWhatWasRightUntilItWasNotSentForFiveMinutes() {
        AccountStore.Row lan = account("a-1", "hash-1");
        assertThat(passwords.knows(lan, "Mua thu", NOW)).isFalse();
        passwords.add(lan, "Mua thu", NOW);
        assertThat(passwords.knows(lan, "Mua thu", NOW.plus(Duration.ofSeconds(299))))
                .isTrue();
        assertThat(passwords.knows(lan, "Mua thu", NOW.plus(Duration.ofSeconds(300))))
                .isFalse();
    }

    @Test
    void knowsNoOtherPasswordNorAccountNorOneThatWasChanged() {
        passwords.add(account("a-1", "hash-1"), "Mua thu", NOW);
        assertThat(passwords.knows(account("a-1", "hash-1"), "Mua thu ", NOW)).isFalse();
        assertThat(passwords.knows(account("a-2", "hash-1"), "Mua thu", NOW)).isFalse();
        assertThat(passwords.knows(account("a-1", "hash-2"), "Mua thu", NOW)).isFalse();
    }

    @Test
    void keepsOnlySoMany() {
        for (int i = 0; i < 2001; i++) {
            passwords.add(account("a-" + i, "hash"), "Mua thu", NOW);
        }
        assertThat(passwords.knows(account("a-1999", "hash"), "Mua thu", NOW)).isTrue();
        assertThat(passwords.knows(account("a-2000", "hash"), "Mua thu", NOW)).isFalse();
        Instant later = NOW.plus(Duration.ofMinutes(6));
        passwords.add(account("a-2000", "hash"), "Mua thu", later);
        assertThat(passwords.knows(account("a-2000", "hash"), "Mua thu", later)).isTrue();
    }
}
