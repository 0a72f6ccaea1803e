package vn.quyche.__domain__.internal.service;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class __Domain__PermissionsTest {

    @Test
    void namesItsPermissionsAfterTheDomain() {
        assertThat(new __Domain__Permissions().permissions())
                .isNotEmpty()
                .allMatch(permission -> permission.name().startsWith("__domain__:"));
    }
}
