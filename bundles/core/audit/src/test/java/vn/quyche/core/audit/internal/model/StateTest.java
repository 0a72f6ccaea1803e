package vn.quyche.core.audit.internal.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StateTest {

    private record Account(String userName, String newPassword, String secretary) {}

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password", "newPassword", "PASSPHRASE", "secret", "clientSecret", "secretKey", "secretarysSecret",
                "privateKey", "sessionKeys", "token", "accessToken", "pin", "smsOtp", "mustChangePassword"
            })
    void hidesWhatMayBeSecret(String name) {
        assertThat(State.secret(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"secretary", "secretariat", "tokenId", "pinned", "pinReason", "title", "otpLength", "", "key"})
    void showsWhatIsNot(String name) {
        assertThat(State.secret(name)).isFalse();
    }

    @Test
    void writesNamesAndStarsInPlaceOfSecrets() {
        assertThat(State.json(new Account("hanh", "one two three", "Lan")))
                .isEqualTo("{\"userName\":\"hanh\",\"newPassword\":\"***\",\"secretary\":\"Lan\"}");
        assertThat(State.json(null)).isEmpty();
    }
}
