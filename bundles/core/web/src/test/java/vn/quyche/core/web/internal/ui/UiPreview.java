package vn.quyche.core.web.internal.ui;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import vn.quyche.testkit.TestAccess;

/** Serves the shell with invented pages on http://127.0.0.1:8299, user {@code minh}, password {@code dung}. */
public final class UiPreview {

    private static final int PORT = 8299;

    private UiPreview() {}

    /** Runs until it is stopped. */
    public static void main(String[] args) throws InterruptedException, IOException {
        UiFixture fixture = new UiFixture(Clock.systemUTC(), TestAccess.everything(), PORT);
        fixture.texts(1, "/sample");
        Path security = Path.of("bundles/core/security/src/main/resources/i18n/");
        if (Files.isDirectory(security)) {
            fixture.texts.add(
                    2,
                    BundleTexts.read(
                            security.resolve("messages.properties").toUri().toURL()),
                    BundleTexts.read(
                            security.resolve("messages_en.properties").toUri().toURL()));
        }
        fixture.authenticator.names.put("minh", "Trần Quang Minh");
        fixture.authenticator.mustChange.add("moi");
        fixture.surroundings.people.put("p1", "Phạm Thị Hạnh");
        fixture.surroundings.people.put("p2", "Lê Văn Đức");
        new AdminFakes(fixture.clock).install(fixture, TestAccess.everything());
        fixture.add(new SampleUi(fixture.clock), path -> UiPreview.class.getResource("/sample/" + path));
        System.out.println(fixture.base());
        Thread.currentThread().join();
    }
}
