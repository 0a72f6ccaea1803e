package vn.quyche.messenger.internal.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import vn.quyche.core.api.error.Conflict;
import vn.quyche.messenger.api.Authorisation;
import vn.quyche.messenger.api.Connection;
import vn.quyche.messenger.api.TokenState;
import vn.quyche.messenger.internal.provider.ProviderFailure;
import vn.quyche.messenger.internal.store.JpaConnectionStore;
import vn.quyche.testkit.OnEachDatabase;
import vn.quyche.testkit.TestDatabase;
import vn.quyche.testkit.messenger.StubPlatforms.Fault;
import vn.quyche.testkit.messenger.StubPlatforms.Zalo;

class TokenKeeperTest {

    private static final String TOKENS = "/v4/oa/access_token";

    @OnEachDatabase
    void refreshesOnceWhenTheAccessTokenExpiresInTheMiddle(TestDatabase db) {
        try (MessengerFixture school = new MessengerFixture(db)) {
            Connection account = school.account();
            school.platforms.zalo().expireAccess();

            assertThat(school.tokens.with(account, school.zalo::name)).isEqualTo("THCS Thử Nghiệm");

            assertThat(school.platforms.zalo().refreshTokensSeen()).hasSize(1);
            JpaConnectionStore.Pair pair = school.connectionStore.pair(account.id());
            assertThat(school.vault.open(pair.refreshSealed()))
                    .isEqualTo(school.platforms.zalo().refreshToken());
            assertThat(school.vault.open(pair.accessSealed()))
                    .isEqualTo(school.platforms.zalo().accessToken());
            assertThat(pair.state()).isEqualTo(TokenState.OK);
        }
    }

    @OnEachDatabase
    void refreshesAheadOfTheEndAndGoesOnForMonths(TestDatabase db) {
        try (MessengerFixture school = new MessengerFixture(db)) {
            Connection account = school.account();
            for (int day = 0; day < 5; day++) {
                school.clock.advance(Duration.ofHours(22));
                school.upkeep.run();
                assertThat(school.now(account).troubled()).isFalse();
            }
            assertThat(school.platforms.zalo().refreshTokensSeen()).hasSize(5).doesNotHaveDuplicates();
        }
    }

    @OnEachDatabase
    void neverSendsOneRefreshTokenTwiceFromManyThreadsAndTwoNodes(TestDatabase db) throws Exception {
        try (MessengerFixture school = new MessengerFixture(db)) {
            Connection account = school.account();
            school.platforms.zalo().expireAccess();
            // the second node does not know the leases of the first, as after a lease that ran out
            List<TokenKeeper> nodes = List.of(school.tokens, school.node(new FakeLeases()));
            ExecutorService threads = Executors.newFixedThreadPool(8);
            try {
                List<Future<String>> answers = threads.invokeAll(java.util.stream.IntStream.range(0, 8)
                        .<Callable<String>>mapToObj(i -> () -> {
                            for (int attempt = 0; ; attempt++) {
                                try {
                                    return nodes.get(i % 2).with(account, school.zalo::name);
                                } catch (ProviderFailure failure) {
                                    // another is at it: as Sending does, try again
                                    if (attempt == 50 || !failure.code().equals("messenger.token-in-use")) {
                                        throw failure;
                                    }
                                    Thread.sleep(50);
                                }
                            }
                        })
                        .toList());
                for (Future<String> answer : answers) {
                    assertThat(answer.get()).isEqualTo("THCS Thử Nghiệm");
                }
            } finally {
                threads.shutdownNow();
            }
            assertThat(school.platforms.zalo().sawReuse()).isFalse();
            assertThat(school.platforms.zalo().refreshTokensSeen()).hasSize(1);
        }
    }

    @OnEachDatabase
    void doesNotSendATokenAgainOfWhichNobodyKnowsWhetherItWasUsed(TestDatabase db) {
        try (MessengerFixture school = new MessengerFixture(db)) {
            Connection account = school.account();
            for (Fault fault : List.of(Fault.HANG, Fault.ERROR_500, Fault.CUT_OFF, Fault.WEB_PAGE)) {
                school.platforms.zalo().expireAccess();
                school.platforms.misbehave(TOKENS, fault);
                int seen = school.platforms.zalo().refreshTokensSeen().size();

                assertRefused(school, account, "messenger.token-uncertain");
                assertRefused(school, account, "messenger.token-uncertain");

                assertThat(school.now(account).tokens().state()).isEqualTo(TokenState.UNCERTAIN);
                assertThat(school.now(account).troubled()).isTrue();
                assertThat(school.platforms.zalo().refreshTokensSeen().size()).isLessThanOrEqualTo(seen + 1);
                assertThat(school.platforms.zalo().sawReuse()).isFalse();
                school.connections.authorise(
                        school.principal,
                        account.id(),
                        new Authorisation(
                                "",
                                "",
                                school.platforms.zalo().accessToken(),
                                school.platforms.zalo().refreshToken()));
            }
        }
    }

    @OnEachDatabase
    void aPersonMayHaveAnUncertainTokenSentOnceMore(TestDatabase db) {
        try (MessengerFixture school = new MessengerFixture(db)) {
            Connection account = school.account();
            assertThatThrownBy(() -> school.connections.retryToken(school.principal, account.id()))
                    .isInstanceOf(Conflict.class);
            school.platforms.zalo().expireAccess();
            school.platforms.misbehave(TOKENS, Fault.ERROR_500);
            assertRefused(school, account, "messenger.token-uncertain");

            school.connections.retryToken(school.principal, account.id());

            assertThat(school.tokens.with(account, school.zalo::name)).isEqualTo("THCS Thử Nghiệm");
        }
    }

    @OnEachDatabase
    void triesAgainByItselfWhenThePlatformSurelyDidNotUseTheToken(TestDatabase db) {
        try (MessengerFixture school = new MessengerFixture(db)) {
            Connection account = school.account();
            school.platforms.zalo().expireAccess();
            school.platforms.misbehave(TOKENS, Fault.TOO_MANY);

            assertThatThrownBy(() -> school.tokens.with(account, school.zalo::name))
                    .isInstanceOfSatisfying(
                            ProviderFailure.class,
                            failure -> assertThat(failure.pause()).contains(Duration.ofSeconds(90)));

            assertThat(school.tokens.with(account, school.zalo::name)).isEqualTo("THCS Thử Nghiệm");
        }
    }

    @OnEachDatabase
    void saysThatAnAccountHasToBeAuthorisedAnewWhenItsRefreshTokenIsRefused(TestDatabase db) {
        try (MessengerFixture school = new MessengerFixture(db)) {
            Connection account = school.account();
            school.connections.authorise(
                    school.principal, account.id(), new Authorisation("", "", "old-access", "old-refresh"));

            assertRefused(school, account, "messenger.authorisation-refused");
            assertRefused(school, account, "messenger.authorisation-refused");

            assertThat(school.platforms.zalo().refreshTokensSeen()).containsExactly("old-refresh");
            assertThat(school.now(account).tokens().state()).isEqualTo(TokenState.REFUSED);
        }
    }

    @OnEachDatabase
    void whatANodeLeftInUseWhenItDiedIsUncertain(TestDatabase db) {
        try (MessengerFixture school = new MessengerFixture(db)) {
            Connection account = school.account();
            long generation = school.connectionStore.pair(account.id()).generation();
            assertThat(school.connectionStore.takeRefreshToken(account.id(), generation, school.clock.instant()))
                    .isTrue();
            assertThat(school.connectionStore.takeRefreshToken(account.id(), generation, school.clock.instant()))
                    .isFalse();
            school.tokens.settleStuck();
            assertThat(school.now(account).tokens().state()).isEqualTo(TokenState.IN_USE);

            school.clock.advance(Duration.ofMinutes(6));
            school.tokens.settleStuck();

            assertThat(school.now(account).tokens().state()).isEqualTo(TokenState.UNCERTAIN);
        }
    }

    @OnEachDatabase
    void storesNothingPlainAndRefusesToRefreshWithinATransaction(TestDatabase db) {
        try (MessengerFixture school = new MessengerFixture(db)) {
            Connection account = school.account();
            JpaConnectionStore.Pair pair = school.connectionStore.pair(account.id());
            JpaConnectionStore.Sealed sealed = school.connectionStore.sealed(account.id());
            assertThat(List.of(pair.accessSealed(), pair.refreshSealed(), sealed.appSecret(), sealed.hookSecret()))
                    .allMatch(text -> text.startsWith("sealed."));
            assertThat(school.acts.done().toString())
                    .doesNotContain(
                            Zalo.APP_SECRET,
                            Zalo.HOOK_SECRET,
                            Zalo.CODE,
                            school.platforms.zalo().refreshToken());

            school.platforms.zalo().expireAccess();
            assertThatThrownBy(() -> school.unit.tx().run(() -> school.tokens.with(account, school.zalo::name)))
                    .isInstanceOf(IllegalStateException.class);
            assertThat(school.platforms.zalo().refreshTokensSeen()).isEmpty();
        }
    }

    private static void assertRefused(MessengerFixture school, Connection account, String code) {
        assertThatThrownBy(() -> school.tokens.with(account, school.zalo::name))
                .isInstanceOfSatisfying(ProviderFailure.class, failure -> {
                    assertThat(failure.kind()).isEqualTo(ProviderFailure.Kind.TOKEN);
                    assertThat(failure.code()).isEqualTo(code);
                });
    }
}
