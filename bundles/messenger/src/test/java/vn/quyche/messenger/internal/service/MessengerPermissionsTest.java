package vn.quyche.messenger.internal.service;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MessengerPermissionsTest {

    @Test
    void namesItsPermissionsAfterTheDomain() {
        assertThat(new MessengerPermissions().permissions())
                .isNotEmpty()
                .allMatch(permission -> permission.name().startsWith("messenger:"));
    }
}
