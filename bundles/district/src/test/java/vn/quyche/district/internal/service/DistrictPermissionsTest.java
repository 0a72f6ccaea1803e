package vn.quyche.district.internal.service;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DistrictPermissionsTest {

    @Test
    void namesItsPermissionsAfterTheDomain() {
        assertThat(new DistrictPermissions().permissions())
                .isNotEmpty()
                .allMatch(permission -> permission.name().startsWith("district:"));
    }
}
