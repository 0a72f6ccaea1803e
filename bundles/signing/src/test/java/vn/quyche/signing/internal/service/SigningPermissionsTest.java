package vn.quyche.signing.internal.service;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SigningPermissionsTest {

    @Test
    void namesItsPermissionsAfterTheDomain() {
        assertThat(new SigningPermissions().permissions())
                .isNotEmpty()
                .allMatch(permission -> permission.name().startsWith("signing:"));
    }
}
