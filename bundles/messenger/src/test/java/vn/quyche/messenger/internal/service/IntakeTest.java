package vn.quyche.messenger.internal.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.Regulated;
import vn.quyche.core.api.error.NotFound;
import vn.quyche.core.api.messenger.GroupPlatform;
import vn.quyche.core.api.messenger.GroupPlatform.Difference;
import vn.quyche.messenger.api.Chat;
import vn.quyche.messenger.api.ChatMember;
import vn.quyche.messenger.api.ChatPost;
import vn.quyche.messenger.api.Connection;
import vn.quyche.messenger.api.HookEvent;
import vn.quyche.messenger.api.Traffic;
import vn.quyche.messenger.internal.model.Signatures;
import vn.quyche.testkit.OnEachDatabase;
import vn.quyche.testkit.TestDatabase;
import vn.quyche.testkit.messenger.StubPlatforms.Zalo;

class IntakeTest {

    @OnEachDatabase
    void takesInWhatIsSignedWithTheTimeOfTheBodyOrOfTheHeader(TestDatabase db) {
        try (MessengerFixture school = new MessengerFixture(db)) {
            Connection account = school.account();
            Instant now = school.clock.instant();
            String body = joined("z-1", "u-1", now);
            assertThat(school.intake.take(signed(account, body, now))).isEqualTo(Intake.Answer.TAKEN);

            String bare = "{\"event_name\":\"user_out_group\",\"group_id\":\"z-1\",\"users\":[{\"id\":\"u-1\"}]}";
            String header = Long.toString(now.toEpochMilli());
            assertThat(school.intake.take(
                            new Intake.Arrival(account.id(), bytes(bare), mac(bare, header), header, false)))
                    .isEqualTo(Intake.Answer.TAKEN);
            assertThat(events(school)).hasSize(2);
        }
    }

    @OnEachDatabase
    void refusesAWrongSignatureAForeignAccountAndWhatIsOld(TestDatabase db) {
        try (MessengerFixture school = new MessengerFixture(db)) {
            Connection account = school.account();
            Instant now = school.clock.instant();
            String body = joined("z-1", "u-1", now);
            Intake.Arrival good = signed(account, body, now);

            assertThat(school.intake.take(new Intake.Arrival(account.id(), good.body(), "mac=00", "", false)))
                    .isEqualTo(Intake.Answer.FORGED);
            assertThat(school.intake.take(new Intake.Arrival(account.id(), good.body(), "", "", false)))
                    .isEqualTo(Intake.Answer.FORGED);
            assertThat(school.intake.take(new Intake.Arrival(
                            account.id(), bytes(body.replace("u-1", "u-9")), good.signature(), "", false)))
                    .isEqualTo(Intake.Answer.FORGED);
            String foreign = body.replace(Zalo.OA_ID, "999");
            assertThat(school.intake.take(signed(account, foreign, now))).isEqualTo(Intake.Answer.FORGED);
            Instant old = now.minus(Duration.ofMinutes(6));
            assertThat(school.intake.take(signed(account, joined("z-1", "u-1", old), old)))
                    .isEqualTo(Intake.Answer.STALE);
            Instant future = now.plus(Duration.ofMinutes(6));
            assertThat(school.intake.take(signed(account, joined("z-1", "u-1", future), future)))
                    .isEqualTo(Intake.Answer.STALE);
            assertThat(school.intake.take(new Intake.Arrival("01ZZZZZZZZZZZZZZZZZZZZZZZZ", good.body(), "", "", false)))
                    .isEqualTo(Intake.Answer.UNKNOWN);
            String ts = Long.toString(now.toEpochMilli());
            assertThat(school.intake.take(new Intake.Arrival(
                            account.id(), bytes("không phải JSON"), mac("không phải JSON", ts), ts, false)))
                    .isEqualTo(Intake.Answer.UNREADABLE);
            assertThat(events(school)).isEmpty();
        }
    }

    @OnEachDatabase
    void takesARepetitionOfHoursAgoButNothingTwice(TestDatabase db) {
        try (MessengerFixture school = new MessengerFixture(db)) {
            Connection account = school.account();
            Instant happened = school.clock.instant();
            String body = joined("z-1", "u-1", happened);
            school.clock.advance(Duration.ofMinutes(50));
            Intake.Arrival late = signed(account, body, happened);
            assertThat(school.intake.take(late)).isEqualTo(Intake.Answer.STALE);
            Intake.Arrival repeated = new Intake.Arrival(late.connectionId(), late.body(), late.signature(), "", true);

            assertThat(school.intake.take(repeated)).isEqualTo(Intake.Answer.TAKEN);
            assertThat(school.intake.take(repeated)).isEqualTo(Intake.Answer.TAKEN);
            school.intake.run();
            assertThat(school.intake.take(repeated)).isEqualTo(Intake.Answer.TAKEN);

            assertThat(events(school))
                    .singleElement()
                    .satisfies(event -> assertThat(event.state()).isEqualTo(HookEvent.State.DONE));
            school.clock.advance(Duration.ofHours(2));
            assertThat(school.intake.take(repeated)).isEqualTo(Intake.Answer.STALE);
        }
    }

    @OnEachDatabase
    void membersAreAsTheNewestEventTellsWhateverTheOrder(TestDatabase db) {
        try (MessengerFixture school = new MessengerFixture(db)) {
            Connection account = school.account();
            Instant first = school.clock.instant();
            Instant second = first.plusSeconds(20);
            school.clock.advance(Duration.ofMinutes(1));
            take(school, account, event("user_out_group", "z-1", "u-1", second), second);
            school.intake.run();
            take(school, account, joined("z-1", "u-1", first), first);
            take(school, account, event("add_group_admin", "z-1", "u-2", second), second);
            school.intake.run();
            take(school, account, joined("z-1", "u-2", first), first);
            school.intake.run();

            Chat chat = school.chatStore.find(account.id(), "z-1").orElseThrow();
            assertThat(school.chatStore.members(chat.id()))
                    .extracting(ChatMember::userId, ChatMember::state, ChatMember::admin)
                    .containsExactlyInAnyOrder(
                            org.assertj.core.groups.Tuple.tuple("u-1", ChatMember.State.LEFT, false),
                            org.assertj.core.groups.Tuple.tuple("u-2", ChatMember.State.MEMBER, true));
        }
    }

    @OnEachDatabase
    @Regulated({"BC.1.2", "BC.4.5"})
    void showsWhoIsMissingWhoIsTooManyAndWhoIsUnknown(TestDatabase db) {
        try (MessengerFixture school = new MessengerFixture(db)) {
            Chat chat = school.council(school.account());
            assertThat(school.chats.suggestions(school.principal, chat.id())).isEmpty();
            school.chats.identify(
                    school.principal,
                    chat.id(),
                    Map.of("u-1", MessengerFixture.PRINCIPAL, "u-2", MessengerFixture.TEACHER));
            assertThat(school.chats.differences(school.principal, chat.id()))
                    .containsExactly(new Difference("", "Khách lạ", Difference.Kind.UNKNOWN));

            school.register.members = java.util.Set.of(MessengerFixture.PRINCIPAL, "p-new");
            school.platforms.zalo().leave("z-1", "u-1");
            school.clock.advance(Duration.ofHours(7));
            school.synchronising.run();

            assertThat(school.chats.differences(school.principal, chat.id()))
                    .extracting(Difference::name, Difference::kind)
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple("Trần Thị Ngọc Lan", Difference.Kind.MISSING),
                            org.assertj.core.groups.Tuple.tuple("p-new", Difference.Kind.MISSING),
                            org.assertj.core.groups.Tuple.tuple("Nguyễn Hải Đăng", Difference.Kind.SURPLUS),
                            org.assertj.core.groups.Tuple.tuple("Khách lạ", Difference.Kind.UNKNOWN));
            GroupPlatform.Connected connected =
                    school.standing.of(MessengerFixture.GROUP).get(0);
            assertThat(connected.level()).isEqualTo(GroupPlatform.Level.SYNCHRONISED);
            assertThat(connected.state()).isEqualTo(GroupPlatform.State.WORKING);
            assertThat(connected.members()).isEqualTo(2);
            assertThat(connected.synchronisedAt()).contains(school.clock.instant());
        }
    }

    @OnEachDatabase
    void readsLargeGroupsWholeAndKeepsMembersWhenThePlatformBreaksOff(TestDatabase db) {
        try (MessengerFixture school = new MessengerFixture(db)) {
            Connection account = school.account();
            String[] members = new String[260];
            for (int i = 0; i < members.length; i += 2) {
                members[i] = "u-" + i;
                members[i + 1] = "Thành viên " + i;
            }
            school.platforms.zalo().group("z-big", "Toàn trường", members);
            school.synchronising.run();
            Chat chat = school.chatStore.find(account.id(), "z-big").orElseThrow();
            assertThat(chat.members()).isEqualTo(130);

            // info and the first page of members, then no more
            school.platforms.zalo().allow(2);
            school.clock.advance(Duration.ofHours(7));
            school.synchronising.run();

            Chat after = school.chatStore.find(chat.id()).orElseThrow();
            assertThat(after.syncError()).isEqualTo("messenger.too-many-calls");
            assertThat(after.synchronisedAt()).isEqualTo(chat.synchronisedAt());
            assertThat(school.chatStore.members(chat.id())).allMatch(m -> m.state() == ChatMember.State.MEMBER);
        }
    }

    @OnEachDatabase
    void keepsOfPostsWhatIsAllowedToBeKept(TestDatabase db) {
        try (MessengerFixture school = new MessengerFixture(db)) {
            Connection account = school.account();
            Chat chat = school.council(account);
            Instant now = school.clock.instant();
            take(school, account, message("user_send_group_text", "m-1", "Chào cả nhà", now), now);
            take(school, account, message("user_send_group_text", "m-2", "Công văn TUYỆT MẬT", now), now);
            take(school, account, message("oa_send_group_text", "m-3", "Thông báo", now), now);
            // the same message in another event
            take(school, account, message("user_send_group_text", "m-1", "Chào cả nhà!", now), now);
            school.intake.run();

            List<ChatPost> posts = school.chats
                    .posts(school.principal, chat.id(), PageRequest.first())
                    .items();
            assertThat(posts).hasSize(3);
            assertThat(post(posts, "m-1").text()).isEmpty();
            assertThat(post(posts, "m-1").sha256()).isEqualTo(Signatures.sha256("Chào cả nhà"));
            assertThat(post(posts, "m-2").flagged()).isEqualTo("BC.4.1");
            assertThat(post(posts, "m-2").text()).isEmpty();
            assertThat(post(posts, "m-3").text()).isEqualTo("Thông báo");
            assertThat(post(posts, "m-3").own()).isTrue();
            assertThat(school.standing.of(MessengerFixture.GROUP).get(0).posts())
                    .isEqualTo(3);
        }
    }

    @OnEachDatabase
    void erasesWhoeverAsksThePlatformForIt(TestDatabase db) {
        try (MessengerFixture school = new MessengerFixture(db)) {
            Connection account = school.account();
            Chat chat = school.council(account);
            Instant now = school.clock.instant();
            take(school, account, message("user_send_group_text", "m-1", "Chào cả nhà", now), now);
            take(
                    school,
                    account,
                    "{\"event_name\":\"user_withdraw\",\"app_id\":\"" + Zalo.APP_ID
                            + "\",\"user_id\":\"u-2\",\"timestamp\":\"" + now.toEpochMilli() + "\"}",
                    now);
            school.intake.run();
            assertThat(school.chats.members(school.principal, chat.id()))
                    .extracting(ChatMember::userId)
                    .doesNotContain("u-2");
            assertThat(school.chats
                            .posts(school.principal, chat.id(), PageRequest.first())
                            .items())
                    .isEmpty();
        }
    }

    @OnEachDatabase
    void aBotTellsOfMentionsByWebhookAndByFetching(TestDatabase db) {
        try (MessengerFixture school = new MessengerFixture(db)) {
            Connection hooked = school.bot(false);
            String secret = school.vault.keys(hooked.id()).hookSecret();
            String update = "{\"ok\":true,\"result\":" + mention("b-1", "@bot xin lịch họp") + "}";
            assertThat(school.intake.take(new Intake.Arrival(hooked.id(), bytes(update), "wrong", "", false)))
                    .isEqualTo(Intake.Answer.FORGED);
            assertThat(school.intake.take(new Intake.Arrival(hooked.id(), bytes(update), secret, "", false)))
                    .isEqualTo(Intake.Answer.TAKEN);
            Connection polled = school.bot(true);
            school.platforms.bot().update(mention("b-2", "@bot ai trực?"));
            school.upkeep.run();
            school.intake.run();

            for (Connection bot : List.of(hooked, polled)) {
                Chat chat = school.chatStore.find(bot.id(), "g-77").orElseThrow();
                assertThat(school.chats
                                .posts(school.principal, chat.id(), PageRequest.first())
                                .items())
                        .singleElement()
                        .satisfies(post -> assertThat(post.text()).startsWith("@bot"));
            }
        }
    }

    @OnEachDatabase
    void whatCannotBeWorkedOnIsTriedAgainAndShownInTheEnd(TestDatabase db) {
        try (MessengerFixture school = new MessengerFixture(db)) {
            Connection account = school.account();
            Instant now = school.clock.instant();
            school.eventStore.insert(
                    new HookEvent(
                            "01EVENT0000000000000000001",
                            account.id(),
                            "user_join_group",
                            now,
                            now,
                            HookEvent.State.WAITING,
                            0,
                            ""),
                    "d",
                    "not sealed");
            for (int i = 0; i < 6; i++) {
                school.intake.run();
                school.clock.advance(Duration.ofMinutes(11));
            }
            assertThat(events(school)).singleElement().satisfies(event -> {
                assertThat(event.state()).isEqualTo(HookEvent.State.DEAD);
                assertThat(event.attempts()).isEqualTo(5);
            });
            school.traffic.replayEvent(school.principal, events(school).get(0).id());
            assertThat(events(school).get(0).state()).isEqualTo(HookEvent.State.WAITING);
        }
    }

    @OnEachDatabase
    void whoMayNotSeeAGroupSeesNothingOfItsChat(TestDatabase db) {
        try (MessengerFixture school = new MessengerFixture(db)) {
            Chat chat = school.council(school.account());
            school.access.grant(school.teacher, "messenger:read", "messenger:members");
            assertThat(school.chats.members(school.teacher, chat.id())).hasSize(3);
            school.register.hidden.put(school.teacher.accountId(), java.util.Set.of());

            assertThatThrownBy(() -> school.chats.members(school.teacher, chat.id()))
                    .isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> school.chats.posts(school.teacher, chat.id(), PageRequest.first()))
                    .isInstanceOf(NotFound.class);
        }
    }

    private static void take(MessengerFixture school, Connection account, String body, Instant at) {
        assertThat(school.intake.take(signed(account, body, at))).isEqualTo(Intake.Answer.TAKEN);
    }

    private static Intake.Arrival signed(Connection account, String body, Instant at) {
        return new Intake.Arrival(account.id(), bytes(body), mac(body, Long.toString(at.toEpochMilli())), "", false);
    }

    private static String mac(String body, String timestamp) {
        return "mac=" + Signatures.sha256(Zalo.APP_ID + body + timestamp + Zalo.HOOK_SECRET);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String joined(String group, String user, Instant at) {
        return event("user_join_group", group, user, at);
    }

    private static String event(String name, String group, String user, Instant at) {
        return "{\"event_name\":\"" + name + "\",\"app_id\":\"" + Zalo.APP_ID + "\",\"oa_id\":\"" + Zalo.OA_ID
                + "\",\"group_id\":\"" + group + "\",\"timestamp\":\"" + at.toEpochMilli() + "\",\"users\":[{\"id\":\""
                + user + "\"}]}";
    }

    private static String message(String name, String id, String text, Instant at) {
        return "{\"event_name\":\"" + name + "\",\"app_id\":\"" + Zalo.APP_ID
                + "\",\"group_id\":\"z-1\",\"timestamp\":\""
                + at.toEpochMilli() + "\",\"sender\":{\"id\":\"u-2\"},\"message\":{\"msg_id\":\"" + id
                + "\",\"text\":\"" + text + "\"}}";
    }

    private static String mention(String id, String text) {
        return "{\"event_name\":\"message.text.received\",\"message\":{\"message_id\":\"" + id
                + "\",\"date\":1791000000000,"
                + "\"from\":{\"id\":\"u-5\",\"display_name\":\"Hải Đăng\"},\"chat\":{\"id\":\"g-77\",\"chat_type\":\"GROUP\"},"
                + "\"text\":\"" + text + "\"}}";
    }

    private static ChatPost post(List<ChatPost> posts, String id) {
        return posts.stream()
                .filter(post -> post.externalId().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static List<HookEvent> events(MessengerFixture school) {
        return school.traffic
                .events(
                        school.principal,
                        new Traffic.EventQuery(Optional.empty(), Optional.empty()),
                        PageRequest.first())
                .items();
    }
}
