package vn.quyche.messenger.internal.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.messenger.api.Chat;
import vn.quyche.messenger.api.ChatMember;
import vn.quyche.messenger.api.ChatPost;
import vn.quyche.messenger.api.Chats;
import vn.quyche.messenger.api.Connection;
import vn.quyche.messenger.api.Connections;
import vn.quyche.messenger.api.Delivery;
import vn.quyche.messenger.api.HookEvent;
import vn.quyche.messenger.api.Traffic;
import vn.quyche.messenger.internal.model.MemberOrder;
import vn.quyche.testkit.OnEachDatabase;
import vn.quyche.testkit.Pages;
import vn.quyche.testkit.TestDatabase;

/** Each list goes by each of its columns, up and down, and by no other. */
class SortedListsTest {

    private static <R> void eachColumn(
            Function<PageRequest, Page<R>> list, Function<R, String> id, int rows, String... columns) {
        for (String column : columns) {
            List<String> up = Pages.read(column, list).stream().map(id).toList();
            assertThat(up).as(column).hasSize(rows).doesNotHaveDuplicates();
            List<String> down = new ArrayList<>(
                    Pages.read("-" + column, list).stream().map(id).toList());
            Collections.reverse(down);
            assertThat(down).as(column).isEqualTo(up);
        }
        Pages.refusesNonsense(columns[0], list);
        for (String cursor : List.of("x", "_AAAA", "")) {
            assertThatThrownBy(() -> list.apply(new PageRequest(1, Optional.of(cursor))))
                    .isInstanceOfSatisfying(
                            Invalid.class, bad -> assertThat(bad.code()).isEqualTo("core.bad-cursor"));
        }
    }

    @OnEachDatabase
    void connectionsAndChats(TestDatabase db) {
        try (MessengerFixture school = new MessengerFixture(db)) {
            Connection account = school.account();
            school.bot(false);
            school.channel();
            school.council(account);
            school.platforms.zalo().group("z-2", "Ánh sáng", "u-1", "Ngọc Lan");
            school.clock.advance(Duration.ofDays(1));
            school.chatStore.insert("c-9", account.id(), "z-9", "Tổ Toán", false, school.clock.instant());

            eachColumn(
                    page -> school.connections.list(school.principal, Connections.Query.all(), page),
                    Connection::id,
                    3,
                    "name",
                    "worked",
                    "failed");
            Chats.Query all = new Chats.Query(Optional.empty(), Optional.empty(), Optional.empty());
            Function<PageRequest, Page<Chat>> chats = page -> school.chats.list(school.principal, all, page);
            eachColumn(chats, Chat::id, 2, "name", "members", "synchronised");
            assertThat(Pages.read("-members", chats)).extracting(Chat::members).isSortedAccordingTo((a, b) -> b - a);
        }
    }

    @OnEachDatabase
    void postsDeliveriesAndEvents(TestDatabase db) {
        try (MessengerFixture school = new MessengerFixture(db)) {
            Connection account = school.account();
            Chat chat = school.council(account);
            Instant now = school.clock.instant();
            for (int i = 0; i < 3; i++) {
                Instant at = now.plusSeconds(i % 2);
                school.chatStore.keep(
                        chat.id(), new ChatPost("p-" + i, "m-" + i, "u-1", "Lan", "text", false, "", "", "", at));
                school.eventStore.insert(
                        new HookEvent(
                                "e-" + i, account.id(), "event_" + (3 - i), at, now, HookEvent.State.WAITING, 0, ""),
                        "digest-" + i,
                        "");
                school.chats.post(school.principal, chat.id(), "Thông báo " + i, "key-" + i);
                school.clock.advance(Duration.ofSeconds(1));
            }
            eachColumn(page -> school.chats.posts(school.principal, chat.id(), page), ChatPost::id, 3, "posted");
            Traffic.EventQuery events = new Traffic.EventQuery(Optional.empty(), Optional.empty());
            eachColumn(
                    page -> school.traffic.events(school.principal, events, page),
                    HookEvent::id,
                    3,
                    "received",
                    "happened",
                    "name");
            Traffic.DeliveryQuery sent =
                    new Traffic.DeliveryQuery(Optional.empty(), Optional.of(chat.id()), Optional.empty());
            eachColumn(
                    page -> school.traffic.deliveries(school.principal, sent, page),
                    Delivery::id,
                    3,
                    "created",
                    "next");
        }
    }

    @OnEachDatabase
    void whoIsInAChat(TestDatabase db) {
        try (MessengerFixture school = new MessengerFixture(db)) {
            Chat chat = school.council(school.account());
            List<ChatMember> members = school.chats.members(school.principal, chat.id());

            assertThat(sorted(members, "")).isEqualTo(members);
            assertThat(sorted(members, "-name").get(0)).isEqualTo(members.get(2));
            for (String column : List.of("name", "state", "changed")) {
                List<ChatMember> down = new ArrayList<>(sorted(members, "-" + column));
                Collections.reverse(down);
                assertThat(down).isEqualTo(sorted(members, column));
            }
            assertThatThrownBy(() -> MemberOrder.of(Optional.of("person")))
                    .isInstanceOfSatisfying(
                            Invalid.class, bad -> assertThat(bad.args()).containsExactly("name, state, changed"));
        }
    }

    private static List<ChatMember> sorted(List<ChatMember> members, String word) {
        return MemberOrder.of(Optional.of(word)).sorted(members, member -> member);
    }
}
