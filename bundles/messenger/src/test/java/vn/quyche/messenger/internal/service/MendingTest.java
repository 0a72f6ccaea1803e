package vn.quyche.messenger.internal.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import vn.quyche.core.api.compliance.Duty;
import vn.quyche.core.api.directory.Post;
import vn.quyche.core.api.notice.NewNotice;
import vn.quyche.messenger.api.Authorisation;
import vn.quyche.messenger.api.Connection;
import vn.quyche.testkit.OnEachDatabase;
import vn.quyche.testkit.TestDatabase;
import vn.quyche.testkit.messenger.StubPlatforms.Fault;

/** Somebody is told, once, and somebody mends. */
class MendingTest {

    private static final String TOKENS = "/v4/oa/access_token";

    @OnEachDatabase
    void tellsTheOfficeOnceThatAnAccountHasToBeAuthorisedAnewAndEndsTheDutyWhenItIs(TestDatabase db) {
        try (MessengerFixture school = new MessengerFixture(db)) {
            school.directory.person("p-it", "Phạm Quốc Huy", Post.IT_OFFICER);
            Connection account = school.account();
            school.upkeep.run();
            assertThat(school.notices.sent()).isEmpty();

            school.platforms.misbehave(TOKENS, Fault.HANG);
            school.clock.advance(Duration.ofHours(22));
            school.upkeep.run();
            school.clock.advance(Duration.ofMinutes(10));
            school.upkeep.run();
            school.upkeep.run();

            assertThat(school.notices.sent())
                    .extracting(NewNotice::personId)
                    .containsExactly("p-it", MessengerFixture.PRINCIPAL);
            assertThat(school.notices.sent().get(0).body()).startsWith("messenger.token-uncertain");
            assertThat(school.duties.all()).singleElement().satisfies(duty -> {
                assertThat(duty.personId()).isEqualTo("p-it");
                assertThat(duty.link()).isEqualTo("/messenger/connections/" + account.id());
                assertThat(duty.state()).isEqualTo(Duty.State.OPEN);
            });

            school.connections.authorise(
                    school.principal, account.id(), new Authorisation("", "", "fresh-access", "fresh-refresh"));
            school.mending.run();
            assertThat(school.duties.all()).extracting(Duty::state).containsExactly(Duty.State.DONE);
            assertThat(school.notices.sent()).hasSize(2);
        }
    }

    @OnEachDatabase
    void tellsThatEventsAreRefusedButNotForOneForgedEvent(TestDatabase db) {
        try (MessengerFixture school = new MessengerFixture(db)) {
            Connection account = school.account();
            forge(school, account, 19);
            school.upkeep.run();
            assertThat(school.notices.sent()).isEmpty();
            assertThat(school.now(account).health().refused()).isEqualTo(19);

            forge(school, account, 1);
            school.upkeep.run();
            assertThat(school.notices.sentTo(MessengerFixture.PRINCIPAL))
                    .singleElement()
                    .satisfies(notice -> assertThat(notice.body()).startsWith("messenger.events-refused"));

            school.connectionStore.heard(account.id(), school.clock.instant());
            school.upkeep.run();
            assertThat(school.now(account).health().refused()).isZero();
            assertThat(school.duties.all()).extracting(Duty::state).containsExactly(Duty.State.DONE);
        }
    }

    private static void forge(MessengerFixture school, Connection account, int times) {
        for (int i = 0; i < times; i++) {
            assertThat(school.intake.take(new Intake.Arrival(
                            account.id(), "{}".getBytes(StandardCharsets.UTF_8), "mac=0", "", false)))
                    .isEqualTo(Intake.Answer.FORGED);
        }
    }

    @OnEachDatabase
    void whatPassesByItselfIsToldToNobodyBeforeAnHour(TestDatabase db) {
        try (MessengerFixture school = new MessengerFixture(db)) {
            Connection bot = school.bot(false);
            school.connectionStore.worked(bot.id(), school.clock.instant());
            school.connectionStore.failed(bot.id(), school.clock.instant(), "messenger.no-answer", "");
            school.mending.run();
            assertThat(school.notices.sent()).isEmpty();
            school.clock.advance(Duration.ofMinutes(61));
            school.mending.run();
            assertThat(school.notices.sent()).hasSize(1);
            school.connectionStore.failed(bot.id(), school.clock.instant(), "messenger.zalo.211", "-211");
            school.mending.run();
            assertThat(school.notices.sent()).as("another trouble is told anew").hasSize(2);
            assertThat(school.duties.all())
                    .extracting(Duty::state)
                    .containsExactlyInAnyOrder(Duty.State.DONE, Duty.State.OPEN);
            school.connections.turn(school.principal, bot.id(), false);
            school.mending.run();
            assertThat(school.duties.all()).extracting(Duty::state).containsOnly(Duty.State.DONE);
        }
    }

    @OnEachDatabase
    void whoeverIsSwitchedOffIsSentNothingMoreAndIsAgainWhenSwitchedOn(TestDatabase db) {
        try (MessengerFixture school = new MessengerFixture(db)) {
            Connection bot = school.bot(false);
            Connection channel = school.channel();
            for (Connection connection : List.of(bot, channel)) {
                school.connections.test(school.principal, connection.id());
            }
            assertThat(school.platforms.bot().webhook()).endsWith(bot.hookPath());
            assertThat(school.platforms.viber().webhook()).endsWith(channel.hookPath());

            for (Connection connection : List.of(bot, channel)) {
                school.connections.turn(school.principal, connection.id(), false);
            }
            assertThat(school.platforms.bot().webhook()).isEmpty();
            assertThat(school.platforms.viber().webhook()).isEmpty();

            school.connections.turn(school.principal, bot.id(), true);
            assertThat(school.platforms.bot().webhook()).endsWith(bot.hookPath());
        }
    }

    @OnEachDatabase
    void aPlatformThatDoesNotAnswerDoesNotHoldTheSwitchUp(TestDatabase db) {
        try (MessengerFixture school = new MessengerFixture(db)) {
            Connection bot = school.bot(false);
            school.platforms.misbehave("/bot/deleteWebhook", Fault.ERROR_500);
            assertThat(school.connections
                            .turn(school.principal, bot.id(), false)
                            .on())
                    .isFalse();
        }
    }
}
