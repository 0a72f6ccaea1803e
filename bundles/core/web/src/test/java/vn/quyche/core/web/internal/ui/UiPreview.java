package vn.quyche.core.web.internal.ui;

import java.time.Clock;
import vn.quyche.testkit.TestAccess;

/** Serves the shell with invented pages on http://127.0.0.1:8299, user {@code minh}, password {@code dung}. */
public final class UiPreview {

    private static final int PORT = 8299;

    private UiPreview() {}

    /** Runs until it is stopped. */
    public static void main(String[] args) throws InterruptedException {
        UiFixture fixture = new UiFixture(Clock.systemUTC(), TestAccess.everything(), PORT);
        fixture.texts(1, "/sample");
        fixture.authenticator.names.put("minh", "Trần Quang Minh");
        fixture.authenticator.mustChange.add("moi");
        fixture.surroundings.people.put("p1", "Phạm Thị Hạnh");
        fixture.surroundings.people.put("p2", "Lê Văn Đức");
        fixture.add(new SampleUi(fixture.clock), path -> UiPreview.class.getResource("/sample/" + path));
        System.out.println(fixture.base());
        Thread.currentThread().join();
    }
}
