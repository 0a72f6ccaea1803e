package vn.quyche.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import vn.quyche.core.api.error.Forbidden;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.security.Scope;

class TestAccessTest {

    private static final Caller HEAD = TestCaller.person("head");
    private static final String CLOSE = "group:close";

    @Test
    void refusesWhatIsNotGranted() {
        TestAccess access = TestAccess.nothing();

        assertThat(access.allowsSomewhere(HEAD, CLOSE)).isFalse();
        assertThatThrownBy(() -> access.require(HEAD, CLOSE, Scope.own(HEAD))).isInstanceOf(Forbidden.class);
        access.require(TestCaller.system(), CLOSE, Scope.school());
    }

    @Test
    void aUnitsGrantCoversTheUnitOnly() {
        TestAccess access = TestAccess.nothing().grantUnit(HEAD, CLOSE, "math");

        assertThat(access.allows(HEAD, CLOSE, Scope.unit("math"))).isTrue();
        assertThat(access.allows(HEAD, CLOSE, Scope.unit("arts"))).isFalse();
        assertThat(access.allows(HEAD, CLOSE, Scope.school())).isFalse();
        assertThat(access.allows(HEAD, CLOSE, Scope.own(HEAD))).isTrue();
        assertThat(access.unitsFor(HEAD, CLOSE)).containsExactly("math");
        assertThat(access.allows(TestCaller.person("other"), CLOSE, Scope.unit("math")))
                .isFalse();
    }

    @Test
    void anOwnGrantCoversOnesOwnOnly() {
        TestAccess access = TestAccess.nothing().grantOwn(HEAD, CLOSE);

        assertThat(access.allows(HEAD, CLOSE, Scope.own("head"))).isTrue();
        assertThat(access.allows(HEAD, CLOSE, Scope.own("other"))).isFalse();
        assertThat(access.allows(HEAD, CLOSE, Scope.school())).isFalse();
    }

    @Test
    void aGrantForTheSchoolCoversEverythingUntilItIsRevoked() {
        TestAccess access = TestAccess.nothing().grant(HEAD, CLOSE);
        assertThat(access.allows(HEAD, CLOSE, Scope.unit("arts"))).isTrue();
        assertThat(access.unitsFor(HEAD, CLOSE)).containsExactly("*");

        access.revoke(HEAD, CLOSE);
        assertThat(access.allows(HEAD, CLOSE, Scope.unit("arts"))).isFalse();
    }
}
