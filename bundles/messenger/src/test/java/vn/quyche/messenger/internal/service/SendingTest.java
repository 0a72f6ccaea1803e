package vn.quyche.messenger.internal.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.error.Conflict;
import vn.quyche.core.api.error.Forbidden;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.core.api.error.Refused;
import vn.quyche.core.api.event.Event;
import vn.quyche.messenger.api.Authorisation;
import vn.quyche.messenger.api.Chat;
import vn.quyche.messenger.api.Connection;
import vn.quyche.messenger.api.Delivery;
import vn.quyche.messenger.api.Traffic;
import vn.quyche.messenger.internal.store.JpaDeliveryStore;
import vn.quyche.testkit.OnEachDatabase;
import vn.quyche.testkit.TestDatabase;
import vn.quyche.testkit.messenger.StubPlatforms.Fault;

class SendingTest {

    private static final String MESSAGE = "/v3.0/oa/group/message";
    private static final String DIRECTIVE = "01DIRECTIVE000000000000001";

    @OnEachDatabase
    void announcesADirectiveOnceWithItsLinkAndNothingOfItsContent(TestDatabase db) {
        try (MessengerFixture school = new MessengerFixture(db)) {
            Chat chat = school.council(school.account());
            Event issued = issued();
            school.unit.tx().run(() -> school.news.on("e-1", issued));
            school.unit.tx().run(() -> school.news.on("e-1", issued));

            school.sending.run();
            school.sending.run();

            assertThat(school.platforms.zalo().posts()).singleElement().satisfies(post -> {
                assertThat(post.chat()).isEqualTo(chat.externalId());
                assertThat(post.text())
                        .isEqualTo("Chỉ đạo 07/2026/N01: Nộp báo cáo\nĐọc và xác nhận:"
                                + " https://quyche.example/group/directives/" + DIRECTIVE);
            });
            assertThat(only(school).state()).isEqualTo(Delivery.State.SENT);
        }
    }

    @OnEachDatabase
    void keepsSilentWhereNobodyAskedForAnnouncements(TestDatabase db) {
        try (MessengerFixture school = new MessengerFixture(db)) {
            Chat chat = school.council(school.account());
            school.chats.tie(school.principal, chat.id(), chat.version(), MessengerFixture.GROUP, false);

            school.unit.tx().run(() -> school.news.on("e-1", issued()));

            assertThat(deliveries(school)).isEmpty();
        }
    }

    @OnEachDatabase
    void sendsAgainMoreAndMoreRarelyAndGivesUpAfterHours(TestDatabase db) {
        try (MessengerFixture school = new MessengerFixture(db)) {
            Chat chat = school.council(school.account());
            school.chats.post(school.principal, chat.id(), "Họp lúc 14 giờ", "");
            for (int i = 0; i < 7; i++) {
                school.platforms.misbehave(MESSAGE, Fault.ERROR_500);
            }
            int minutes = 0;
            while (only(school).state() == Delivery.State.WAITING && minutes++ < 600) {
                school.sending.run();
                school.clock.advance(Duration.ofMinutes(1));
            }
            assertThat(only(school).state()).isEqualTo(Delivery.State.DEAD);
            assertThat(only(school).attempts()).isEqualTo(7);
            assertThat(only(school).error()).isEqualTo("messenger.platform-error");
            assertThat(minutes).isBetween(200, 300);

            school.traffic.replay(school.principal, only(school).id());
            school.sending.run();

            assertThat(school.platforms.zalo().posts()).hasSize(1);
            assertThat(only(school).state()).isEqualTo(Delivery.State.SENT);
            assertThatThrownBy(() ->
                            school.traffic.replay(school.principal, only(school).id()))
                    .isInstanceOf(Conflict.class);
        }
    }

    @OnEachDatabase
    void neverRepeatsWhatThePlatformRefused(TestDatabase db) {
        try (MessengerFixture school = new MessengerFixture(db)) {
            Connection account = school.account();
            Chat chat = school.council(account);
            String gone = school.chats.add(school.principal, account.id(), "z-unknown", "Nhóm cũ");
            school.chats.post(school.principal, gone, "Thông báo", "");
            school.sending.run();
            school.clock.advance(Duration.ofHours(1));
            school.sending.run();

            assertThat(only(school).state()).isEqualTo(Delivery.State.DEAD);
            assertThat(only(school).error()).isEqualTo("messenger.zalo.237");
            assertThat(school.platforms.calls(MESSAGE)).isEqualTo(1);
            assertThat(chat.active()).isTrue();
        }
    }

    @OnEachDatabase
    void aPlatformThatHangsHoldsUpNobodyElse(TestDatabase db) {
        try (MessengerFixture school = new MessengerFixture(db)) {
            Chat chat = school.council(school.account());
            Connection channel = school.channel();
            school.connections.test(school.principal, channel.id());
            String viber = school.chats.add(school.principal, channel.id(), "", "Kênh của trường");
            school.platforms.misbehave(MESSAGE, Fault.HANG);
            for (int i = 0; i < 4; i++) {
                school.chats.post(school.principal, chat.id(), "Thông báo " + i, "");
            }
            school.chats.post(school.principal, viber, "Thông báo trên kênh", "");

            long start = System.nanoTime();
            school.sending.run();

            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(8));
            assertThat(school.platforms.viber().posts()).hasSize(1);
            assertThat(school.platforms.calls(MESSAGE)).isEqualTo(1);
            school.clock.advance(Duration.ofMinutes(1));
            school.sending.run();
            // the text that may have arrived stands twice, none is missing
            assertThat(school.platforms.zalo().posts()).hasSize(5);
        }
    }

    @OnEachDatabase
    void waitsAsLongAsThePlatformWantsToBeLeftAlone(TestDatabase db) {
        try (MessengerFixture school = new MessengerFixture(db)) {
            Chat chat = school.council(school.account());
            school.platforms.misbehave(MESSAGE, Fault.TOO_MANY);
            school.chats.post(school.principal, chat.id(), "Một", "");
            school.chats.post(school.principal, chat.id(), "Hai", "");
            school.sending.run();
            school.clock.advance(Duration.ofSeconds(80));
            school.sending.run();
            assertThat(school.platforms.calls(MESSAGE)).isEqualTo(1);

            school.clock.advance(Duration.ofSeconds(20));
            school.sending.run();

            assertThat(school.platforms.zalo().posts())
                    .extracting(post -> post.text())
                    .containsExactlyInAnyOrder("Một", "Hai");
            assertThat(deliveries(school)).allMatch(delivery -> delivery.attempts() == 1);
        }
    }

    @OnEachDatabase
    void sendsNoMoreThanAllowedInAMinute(TestDatabase db) {
        try (MessengerFixture school = new MessengerFixture(db)) {
            Chat chat = school.council(school.account());
            for (int i = 0; i < 12; i++) {
                school.chats.post(school.principal, chat.id(), "Thông báo " + i, "");
            }
            school.sending.run();
            assertThat(school.platforms.zalo().posts()).hasSize(5);
            school.sending.run();
            school.sending.run();
            assertThat(school.platforms.zalo().posts()).hasSize(12);
        }
    }

    @OnEachDatabase
    void whatNeedsANewAuthorisationWaitsForItAndIsGivenUpAfterTwoDays(TestDatabase db) {
        try (MessengerFixture school = new MessengerFixture(db)) {
            Connection account = school.account();
            Chat chat = school.council(account);
            school.connections.authorise(school.principal, account.id(), new Authorisation("", "", "bad", "bad"));
            school.chats.post(school.principal, chat.id(), "Thông báo", "");
            for (int hour = 0; hour < 20; hour++) {
                school.sending.run();
                school.clock.advance(Duration.ofHours(1));
            }
            assertThat(only(school).state()).isEqualTo(Delivery.State.WAITING);
            assertThat(only(school).error()).isEqualTo("messenger.authorisation-refused");
            for (int hour = 0; hour < 30; hour++) {
                school.sending.run();
                school.clock.advance(Duration.ofHours(1));
            }
            assertThat(only(school).state()).isEqualTo(Delivery.State.DEAD);
        }
    }

    @OnEachDatabase
    void waitsForTheKeyOfTheSecretsAndUsesNoTokenUpMeanwhile(TestDatabase db) {
        try (MessengerFixture school = new MessengerFixture(db)) {
            Connection account = school.account();
            Chat chat = school.council(account);
            school.chats.post(school.principal, chat.id(), "Thông báo", "");
            school.platforms.zalo().expireAccess();
            school.secrets.lost = true;
            school.sending.run();
            school.upkeep.run();
            assertThat(only(school).state()).isEqualTo(Delivery.State.WAITING);
            assertThat(only(school).error()).isEqualTo("security.no-secret-key");
            assertThat(school.now(account).troubled()).isTrue();

            school.secrets.lost = false;
            school.clock.advance(Duration.ofMinutes(16));
            school.sending.run();

            assertThat(school.platforms.zalo().posts()).hasSize(1);
            assertThat(school.platforms.zalo().refreshTokensSeen()).hasSize(1);
        }
    }

    @OnEachDatabase
    void oneNodeAloneSendsAPost(TestDatabase db) {
        try (MessengerFixture school = new MessengerFixture(db)) {
            Chat chat = school.council(school.account());
            school.chats.post(school.principal, chat.id(), "Thông báo", "");
            JpaDeliveryStore.Due due = school.deliveryStore
                    .due(chat.connectionId(), school.clock.instant(), 10)
                    .get(0);

            assertThat(school.deliveryStore.take(due, school.clock.instant().plusSeconds(180)))
                    .isTrue();
            assertThat(school.deliveryStore.take(due, school.clock.instant().plusSeconds(180)))
                    .isFalse();

            // whoever took it died
            school.sending.run();
            assertThat(school.platforms.zalo().posts()).isEmpty();
            school.clock.advance(Duration.ofMinutes(4));
            school.sending.run();
            assertThat(school.platforms.zalo().posts()).hasSize(1);
        }
    }

    @OnEachDatabase
    void aSwitchedOffConnectionSendsNothingAndLosesNothing(TestDatabase db) {
        try (MessengerFixture school = new MessengerFixture(db)) {
            Connection account = school.account();
            Chat chat = school.council(account);
            school.connections.turn(school.principal, account.id(), false);
            school.chats.post(school.principal, chat.id(), "Thông báo", "");
            school.sending.run();
            assertThat(school.platforms.zalo().posts()).isEmpty();

            school.connections.turn(school.principal, account.id(), true);
            school.sending.run();

            assertThat(school.platforms.zalo().posts()).hasSize(1);
        }
    }

    @OnEachDatabase
    void whatWaitedForDaysIsNoNewsAnyMore(TestDatabase db) {
        try (MessengerFixture school = new MessengerFixture(db)) {
            Connection account = school.account();
            Chat chat = school.council(account);
            school.connections.turn(school.principal, account.id(), false);
            school.chats.post(school.principal, chat.id(), "Họp chiều nay", "");
            school.clock.advance(Duration.ofHours(49));
            school.connections.turn(school.principal, account.id(), true);
            school.sending.run();

            assertThat(school.platforms.zalo().posts()).isEmpty();
            assertThat(only(school).error()).isEqualTo("messenger.too-late");
            school.traffic.replay(school.principal, only(school).id());
            school.sending.run();
            assertThat(school.platforms.zalo().posts()).hasSize(1);
        }
    }

    @OnEachDatabase
    void saysThatADirectiveWasWithdrawnToThoseWhoSawIt(TestDatabase db) {
        try (MessengerFixture school = new MessengerFixture(db)) {
            school.council(school.account());
            Event withdrawn = new Event(
                    "group.directive-withdrawn.v1",
                    DIRECTIVE,
                    Map.of("groupId", MessengerFixture.GROUP, "number", "07/2026/N01"));
            school.unit.tx().run(() -> school.news.on("e-1", issued()));
            school.unit.tx().run(() -> school.news.on("e-2", withdrawn));
            school.sending.run();
            assertThat(school.platforms.zalo().posts()).isEmpty();

            Event other = new Event(
                    "group.directive-issued.v1",
                    "01DIRECTIVE000000000000002",
                    Map.of("groupId", MessengerFixture.GROUP, "number", "08/2026/N01"));
            school.unit.tx().run(() -> school.news.on("e-3", other));
            school.sending.run();
            school.unit
                    .tx()
                    .run(() -> school.news.on(
                            "e-4",
                            new Event(
                                    "group.directive-withdrawn.v1",
                                    "01DIRECTIVE000000000000002",
                                    Map.of("groupId", MessengerFixture.GROUP, "number", "08/2026/N01"))));
            school.sending.run();
            assertThat(school.platforms.zalo().posts())
                    .extracting(post -> post.text())
                    .hasSize(2)
                    .last()
                    .asString()
                    .startsWith("Chỉ đạo 08/2026/N01 đã được thu hồi");
        }
    }

    @OnEachDatabase
    void saysNothingOfWhatWentToChosenPeople(TestDatabase db) {
        try (MessengerFixture school = new MessengerFixture(db)) {
            school.council(school.account());
            for (String type : java.util.List.of("group.directive-issued.v1", "group.directive-withdrawn.v1")) {
                Event chosen = new Event(
                        type,
                        DIRECTIVE,
                        Map.of(
                                "groupId",
                                MessengerFixture.GROUP,
                                "number",
                                "07/2026/N01",
                                "title",
                                "",
                                "audience",
                                "CHOSEN"));
                school.unit.tx().run(() -> school.news.on("e-" + type, chosen));
            }
            school.sending.run();
            assertThat(school.platforms.zalo().posts()).isEmpty();
        }
    }

    @OnEachDatabase
    void refusesWhatIsSecretTooLongOrNotPermitted(TestDatabase db) {
        try (MessengerFixture school = new MessengerFixture(db)) {
            Chat chat = school.council(school.account());

            assertThatThrownBy(() -> school.chats.post(school.principal, chat.id(), "TUYỆT MẬT: …", ""))
                    .isInstanceOf(Refused.class);
            assertThatThrownBy(() -> school.chats.post(school.principal, chat.id(), "ă".repeat(2001), ""))
                    .isInstanceOf(Invalid.class);
            assertThatThrownBy(() -> school.chats.post(school.teacher, chat.id(), "Xin chào", ""))
                    .isInstanceOf(Forbidden.class);
            assertThat(deliveries(school)).isEmpty();
        }
    }

    @OnEachDatabase
    void whoMayNotSeeTheGroupReadsNothingOfWhatWasPosted(TestDatabase db) {
        try (MessengerFixture school = new MessengerFixture(db)) {
            Chat chat = school.council(school.account());
            school.chats.post(school.principal, chat.id(), "Họp chi bộ", "");
            school.access.grant(school.teacher, "messenger:read");
            school.register.hidden.put(school.teacher.accountId(), java.util.Set.of());

            assertThat(only(school).text()).isEqualTo("Họp chi bộ");
            assertThat(school.traffic
                            .deliveries(
                                    school.teacher,
                                    new Traffic.DeliveryQuery(Optional.empty(), Optional.empty(), Optional.empty()),
                                    PageRequest.first())
                            .items())
                    .singleElement()
                    .satisfies(delivery -> assertThat(delivery.text()).isEmpty());
        }
    }

    @OnEachDatabase
    void makesAGroupOnThePlatformOnce(TestDatabase db) {
        try (MessengerFixture school = new MessengerFixture(db)) {
            Connection account = school.account();
            school.platforms.zalo().expireAccess();
            vn.quyche.messenger.api.Chats.NewChat tooLong = new vn.quyche.messenger.api.Chats.NewChat(
                    "Hội đồng sư phạm Trường THCS Thử Nghiệm", "", "asset-1", List.of("u-1"));
            assertThatThrownBy(() -> school.chats.create(school.principal, account.id(), tooLong))
                    .isInstanceOf(Invalid.class);
            vn.quyche.messenger.api.Chats.NewChat chat = new vn.quyche.messenger.api.Chats.NewChat(
                    "Hội đồng sư phạm", "Chỉ đạo chung", "asset-1", List.of("u-1", "u-2", "u-1"));

            String id = school.chats.create(school.principal, account.id(), chat);

            assertThat(school.chats.get(school.principal, id).link()).startsWith("https://zalo.me/g/");
            assertThatThrownBy(() -> school.chats.create(school.principal, account.id(), chat))
                    .isInstanceOf(Conflict.class);
            assertThat(school.platforms.calls("/v3.0/oa/group/creategroupwithoa"))
                    .isEqualTo(2);
            vn.quyche.messenger.api.Chats.NewChat other =
                    new vn.quyche.messenger.api.Chats.NewChat("Nhóm khác", "", "asset-1", List.of("u-1"));
            assertThatThrownBy(() -> school.chats.create(school.principal, account.id(), other))
                    .isInstanceOfSatisfying(
                            vn.quyche.core.api.error.Unavailable.class,
                            failure -> assertThat(failure.code()).isEqualTo("messenger.zalo.238"));
        }
    }

    @OnEachDatabase
    void aBotPostsIntoItsGroup(TestDatabase db) {
        try (MessengerFixture school = new MessengerFixture(db)) {
            Connection bot = school.bot(false);
            assertThat(school.connections.test(school.principal, bot.id())).isEqualTo("bot.THCS Thử Nghiệm");
            assertThat(school.platforms.bot().webhook()).isEqualTo("https://quyche.example" + bot.hookPath());
            String chat = school.chats.add(school.principal, bot.id(), "g-77", "Tổ Toán");
            school.chats.post(school.principal, chat, "Họp tổ", "");
            school.sending.run();
            assertThat(school.platforms.bot().posts())
                    .singleElement()
                    .satisfies(post -> assertThat(post.chat()).isEqualTo("g-77"));
        }
    }

    private static Event issued() {
        return new Event(
                "group.directive-issued.v1",
                DIRECTIVE,
                Map.of("groupId", MessengerFixture.GROUP, "number", "07/2026/N01", "title", "Nộp báo cáo"));
    }

    private static List<Delivery> deliveries(MessengerFixture school) {
        return school.traffic
                .deliveries(
                        school.principal,
                        new Traffic.DeliveryQuery(Optional.empty(), Optional.empty(), Optional.empty()),
                        PageRequest.first())
                .items();
    }

    private static Delivery only(MessengerFixture school) {
        List<Delivery> all = deliveries(school);
        assertThat(all).hasSize(1);
        return all.get(0);
    }
}
