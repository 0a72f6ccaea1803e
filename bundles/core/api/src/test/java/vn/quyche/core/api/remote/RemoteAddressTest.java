package vn.quyche.core.api.remote;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RemoteAddressTest {

    @Test
    void sendsATokenOnlyWhereItIsEncryptedOrDoesNotLeaveTheMachine() {
        assertThat(RemoteAddress.read("https://tha.example/")).contains("https://tha.example");
        assertThat(RemoteAddress.read("https://tha.example:8443")).contains("https://tha.example:8443");
        assertThat(RemoteAddress.read("http://127.0.0.1:8181")).contains("http://127.0.0.1:8181");
        for (String bad : List.of(
                "http://tha.example",
                "ftp://tha.example",
                "https://a:b@tha.example",
                "https://tha.example/x",
                "https://tha.example?x=1",
                "tha.example",
                "https://",
                "x y")) {
            assertThat(RemoteAddress.read(bad)).as(bad).isEmpty();
        }
    }
}
