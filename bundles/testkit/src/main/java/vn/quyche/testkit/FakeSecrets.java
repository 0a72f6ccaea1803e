package vn.quyche.testkit;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import vn.quyche.core.api.error.Unavailable;
import vn.quyche.core.api.security.Secrets;

/** Secrets that are not readable at a glance, for tests that nothing is stored plain. */
public final class FakeSecrets implements Secrets {

    private static final String MARK = "sealed.";

    @Override
    public String seal(String plain) {
        return MARK + Base64.getEncoder().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String open(String sealed) {
        if (!sealed.startsWith(MARK)) {
            throw new Unavailable("security.secret-unreadable");
        }
        return new String(Base64.getDecoder().decode(sealed.substring(MARK.length())), StandardCharsets.UTF_8);
    }
}
