package vn.quyche.messenger.internal.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import vn.quyche.core.api.Regulated;
import vn.quyche.core.api.error.Conflict;
import vn.quyche.core.api.error.Forbidden;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.core.api.error.NotFound;
import vn.quyche.core.api.error.Unavailable;
import vn.quyche.messenger.api.Chat;
import vn.quyche.messenger.api.ChatMember;
import vn.quyche.messenger.api.Connection;
import vn.quyche.messenger.api.MemberChange;
import vn.quyche.testkit.OnEachDatabase;
import vn.quyche.testkit.TestDatabase;

/** Who is in a GMF group is changed at the platform; what it refuses is told, and nothing of it is noted. */
@Regulated({"BC.1.2", "BC.4.5"})
class MemberChangesTest {

    private static ChatMember member(MessengerFixture school, Chat chat, String id) {
        return school.chats.members(school.principal, chat.id()).stream()
                .filter(one -> one.userId().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static void change(MessengerFixture school, Chat chat, MemberChange change, String... ids) {
        school.chats.changeMembers(school.principal, chat.id(), change, List.of(ids));
    }

    @OnEachDatabase
    void putsOutsidersOutAndMakesDeputies(TestDatabase db) {
        try (MessengerFixture school = new MessengerFixture(db)) {
            Chat chat = school.council(school.account());
            school.clock.advance(Duration.ofMinutes(1));

            change(school, chat, MemberChange.REMOVE, " u-3 ", "u-3", "");
            assertThat(school.platforms.zalo().members("z-1")).containsExactlyInAnyOrder("u-1", "u-2");
            assertThat(member(school, chat, "u-3").state()).isEqualTo(ChatMember.State.LEFT);

            change(school, chat, MemberChange.ADD_ADMIN, "u-1", "u-2");
            assertThat(school.platforms.zalo().admins("z-1")).containsExactlyInAnyOrder("u-1", "u-2");
            // the list of members that the platform gives says nothing of deputies
            school.clock.advance(Duration.ofMinutes(1));
            school.synchronising.run();
            assertThat(member(school, chat, "u-2").admin()).isTrue();
            change(school, chat, MemberChange.REMOVE_ADMIN, "u-2");
            assertThat(school.platforms.zalo().admins("z-1")).containsExactly("u-1");
            assertThat(member(school, chat, "u-2").admin()).isFalse();
        }
    }

    @OnEachDatabase
    void invitesWhoMayBeInvitedAndReadsWhoCame(TestDatabase db) {
        try (MessengerFixture school = new MessengerFixture(db)) {
            Chat chat = school.council(school.account());
            school.platforms.zalo().follow("u-8");

            assertThatThrownBy(() -> change(school, chat, MemberChange.INVITE, "u-8", "u-9"))
                    .isInstanceOfSatisfying(
                            Unavailable.class,
                            refused -> assertThat(refused.code()).isEqualTo("messenger.zalo.230"));
            assertThat(school.platforms.zalo().members("z-1")).as("all or none").hasSize(3);
            change(school, chat, MemberChange.INVITE, "u-8");
            school.clock.advance(Duration.ofSeconds(1));
            school.synchronising.run();
            assertThat(member(school, chat, "u-8").state()).isEqualTo(ChatMember.State.MEMBER);
        }
    }

    @OnEachDatabase
    void letsInWhoAskedToJoinOrNot(TestDatabase db) {
        try (MessengerFixture school = new MessengerFixture(db)) {
            Chat chat = school.council(school.account());
            for (String id : List.of("u-4", "u-5")) {
                school.platforms.zalo().ask("z-1", id, "Người " + id);
                school.chatStore.note(
                        chat.id(),
                        new ChatMember(id, "Người " + id, false, ChatMember.State.PENDING, "", school.clock.instant()));
            }
            school.clock.advance(Duration.ofSeconds(1));
            change(school, chat, MemberChange.ACCEPT, "u-4");
            change(school, chat, MemberChange.REJECT, "u-5");
            assertThat(school.platforms.zalo().members("z-1")).contains("u-4").doesNotContain("u-5");
            assertThat(member(school, chat, "u-4").state()).isEqualTo(ChatMember.State.MEMBER);
            assertThat(member(school, chat, "u-5").state()).isEqualTo(ChatMember.State.LEFT);
        }
    }

    @OnEachDatabase
    void asksThePlatformNothingThatMeansNothing(TestDatabase db) {
        try (MessengerFixture school = new MessengerFixture(db)) {
            Chat chat = school.council(school.account());
            assertRefused(school, chat, MemberChange.REMOVE, List.of("u-9"), "messenger.not-a-member");
            assertRefused(school, chat, MemberChange.ADD_ADMIN, List.of("u-1", "u-9"), "messenger.not-a-member");
            assertRefused(school, chat, MemberChange.ACCEPT, List.of("u-1"), "messenger.not-waiting");
            assertRefused(school, chat, MemberChange.INVITE, List.of("u-1"), "messenger.is-a-member");
            assertRefused(school, chat, MemberChange.INVITE, List.of(), "messenger.some-members");
            assertRefused(school, chat, MemberChange.INVITE, null, "messenger.some-members");
            assertRefused(school, chat, MemberChange.INVITE, Collections.singletonList(null), "messenger.some-members");
            assertRefused(
                    school,
                    chat,
                    MemberChange.INVITE,
                    IntStream.range(0, 100).mapToObj(i -> "x" + i).toList(),
                    "messenger.some-members");
            assertRefused(school, chat, MemberChange.INVITE, List.of("a b\u0000"), "messenger.bad-member-id");
            assertRefused(school, chat, null, List.of("u-1"), "core.required");
            assertThatThrownBy(() ->
                            school.chats.changeMembers(school.teacher, chat.id(), MemberChange.REMOVE, List.of("u-3")))
                    .isInstanceOf(Forbidden.class);
            assertThatThrownBy(() ->
                            school.chats.changeMembers(school.principal, "none", MemberChange.REMOVE, List.of("u-3")))
                    .isInstanceOf(NotFound.class);
            Connection channel = school.channel();
            String posts = school.chats.add(school.principal, channel.id(), "", "Kênh");
            assertThatThrownBy(() ->
                            school.chats.changeMembers(school.principal, posts, MemberChange.REMOVE, List.of("u-3")))
                    .isInstanceOf(Conflict.class);
            assertThat(school.platforms.zalo().members("z-1")).hasSize(3);
        }
    }

    private static void assertRefused(
            MessengerFixture school, Chat chat, MemberChange change, List<String> ids, String code) {
        assertThatThrownBy(() -> school.chats.changeMembers(school.principal, chat.id(), change, ids))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        refused -> assertThat(refused.fields().get(0).code()).isEqualTo(code));
    }
}
