package vn.quyche.signing.internal.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.Regulated;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.compliance.Duty;
import vn.quyche.core.api.compliance.spi.Evidence;
import vn.quyche.core.api.compliance.spi.EvidenceQuery;
import vn.quyche.core.api.error.Conflict;
import vn.quyche.core.api.error.Forbidden;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.core.api.error.NotFound;
import vn.quyche.core.api.error.Refused;
import vn.quyche.core.api.security.Delegations;
import vn.quyche.signing.api.token.HandOver;
import vn.quyche.signing.api.token.SigningToken;
import vn.quyche.signing.api.token.TokenCase;
import vn.quyche.signing.api.token.TokenCases;
import vn.quyche.signing.api.token.TokenCustody;
import vn.quyche.signing.api.token.TokenState;
import vn.quyche.signing.api.token.TokenUse;
import vn.quyche.signing.api.token.Tokens;
import vn.quyche.signing.internal.TestCertificates;
import vn.quyche.testkit.OnEachDatabase;
import vn.quyche.testkit.Pages;
import vn.quyche.testkit.TestDatabase;

class TokensTest {

    private static final PageRequest FIRST = PageRequest.first();

    @OnEachDatabase
    @Regulated("MT.11.1")
    void eachLeaderHasOneTokenAndTheOfficeTheSchools(TestDatabase db) {
        TokenFixture f = new TokenFixture(db);
        assertThat(f.tokens.lacking(f.vice))
                .extracting(Tokens.Lacking::personId)
                .containsExactly(TokenFixture.PRINCIPAL, TokenFixture.VICE, TokenFixture.OFFICE);
        assertThat(f.joining.items(TokenFixture.OFFICE)).hasSize(1);
        String id = f.kept();
        SigningToken token = f.tokens.get(f.vice, id);
        assertThat(token.state()).isEqualTo(TokenState.KEPT);
        assertThat(token.holderName()).isEqualTo("Lê Quang Vinh");
        assertThat(token.custodianName()).isEqualTo("Phạm Thu Hà");

        refused(
                "MT.11.1",
                "token.has-one",
                () -> f.tokens.register(f.clerk, f.of(TokenFixture.VICE, "LE QUANG VINH", "VN-0002"), ""));
        refused(
                "MT.11.1",
                "token.certificate-of-another",
                () -> f.tokens.register(f.clerk, f.of(TokenFixture.PRINCIPAL, "Lê Quang Vinh", "VN-0002"), ""));
        refused(
                "MT.11.1",
                "token.certificate-looks-alike",
                () -> f.tokens.register(
                        f.clerk, f.of(TokenFixture.PRINCIPAL, "Trần Thị Ngọc L\u0430n", "VN-0002"), ""));
        refused(
                "MT.11.1",
                "token.certificate-other-school",
                () -> f.tokens.register(f.clerk, f.school("Trường khác", ""), ""));
        String school = f.tokens.register(f.clerk, f.school("Trường khác", "Tên cũ của trường"), "");
        refused(
                "MT.11.1",
                "token.not-for-receiver",
                () -> f.custody.propose(f.clerk, TokenFixture.issue(school, TokenFixture.TEACHER), ""));
        refused(
                "MT.11.1",
                "token.not-for-receiver",
                () -> f.custody.propose(f.clerk, TokenFixture.issue(id, TokenFixture.TEACHER), ""));
        assertThat(f.tokens.lacking(f.vice))
                .extracting(Tokens.Lacking::personId)
                .containsExactly(TokenFixture.PRINCIPAL);
    }

    @OnEachDatabase
    void keepsNothingOfARefusedRegistration(TestDatabase db) {
        TokenFixture f = new TokenFixture(db);
        f.kept();
        Tokens.NewToken same = f.of(TokenFixture.PRINCIPAL, "Trần Thị Ngọc Lan", " vn-0001 ");
        assertThatThrownBy(() -> f.tokens.register(f.clerk, same, ""))
                .isInstanceOfSatisfying(
                        Conflict.class, e -> assertThat(e.code()).isEqualTo("token.serial-known"));
        assertThatThrownBy(() -> f.tokens.register(f.vice, f.of(TokenFixture.VICE, "x", "y"), ""))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> f.tokens.register(
                        f.clerk, new Tokens.NewToken(null, null, null, null, null, null, null, null), ""))
                .isInstanceOfSatisfying(
                        Invalid.class, e -> assertThat(e.fields()).hasSizeGreaterThan(4));
        assertThat(f.tokens.list(f.clerk, Tokens.Query.all(), FIRST).items()).hasSize(1);
    }

    @OnEachDatabase
    void listsPageByKeyAndShowStrangersNothing(TestDatabase db) {
        TokenFixture f = new TokenFixture(db);
        List<String> wanted = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            String person = "p-many-" + i;
            f.directory.person(person, "Nguyễn Văn Tám");
            wanted.add(f.tokens.register(f.clerk, f.of(person, "Nguyễn Văn Tám", "S-10" + i), ""));
            f.clock.advance(Duration.ofDays(1));
        }
        Tokens.Query query = new Tokens.Query(Optional.of("tam"), Optional.empty(), Optional.empty(), false);
        List<String> down = new ArrayList<>(wanted);
        Collections.reverse(down);
        for (String column : List.of("serial", "expiry")) {
            assertThat(Pages.read(column, page -> f.tokens.list(f.clerk, query, page)))
                    .extracting(SigningToken::id)
                    .isEqualTo(wanted);
            assertThat(Pages.read("-" + column, page -> f.tokens.list(f.clerk, query, page)))
                    .extracting(SigningToken::id)
                    .isEqualTo(down);
            for (var anybody : List.of(f.clerk, f.teacher)) {
                Pages.refusesNonsense(column, page -> f.tokens.list(anybody, query, page));
                assertThatThrownBy(() -> f.tokens.list(anybody, query, new PageRequest(2, Optional.of("hỏng"))))
                        .isInstanceOf(Invalid.class);
            }
        }
        assertThat(f.tokens.list(f.teacher, Tokens.Query.all(), FIRST).items()).isEmpty();
        assertThatThrownBy(() -> f.tokens.get(f.teacher, wanted.get(0))).isInstanceOf(NotFound.class);
        assertThat(f.tokens
                        .uses(f.teacher, Optional.empty(), Optional.empty(), FIRST)
                        .items())
                .isEmpty();
    }

    @OnEachDatabase
    @Regulated("MT.11.5")
    void bothSidesConfirmAndTheMinutesAreNumberedWithoutGap(TestDatabase db) {
        TokenFixture f = new TokenFixture(db);
        String id = f.kept();
        String paper = f.custody.propose(f.clerk, TokenFixture.issue(id, TokenFixture.VICE), "");
        assertThat(f.tokens.get(f.vice, id).state()).isEqualTo(TokenState.HANDING_OVER);
        assertThat(open(f)).containsExactly("signing.confirm-hand-over");
        assertThat(f.custody
                        .list(f.vice, new TokenCustody.Query(Optional.empty(), Optional.empty(), true), FIRST)
                        .items())
                .hasSize(1);
        refused("MT.11.5", "token.not-party", () -> f.custody.confirm(f.principal, paper));
        assertThatThrownBy(() -> f.custody.minutes(f.clerk, paper)).isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> f.custody.propose(f.clerk, TokenFixture.issue(id, TokenFixture.VICE), ""))
                .isInstanceOf(Conflict.class);

        HandOver done = f.custody.confirm(f.vice, paper);

        assertThat(done.number()).isEqualTo("01/2026/BB-KS");
        assertThat(done.giverAt()).isPresent();
        assertThat(f.custody.confirm(f.vice, paper).number())
                .as("twice is once")
                .isEqualTo("01/2026/BB-KS");
        assertThat(open(f)).isEmpty();
        SigningToken token = f.tokens.get(f.vice, id);
        assertThat(token.state()).isEqualTo(TokenState.IN_USE);
        assertThat(token.custodianId()).isEqualTo(TokenFixture.VICE);
        assertThat(f.custody.minutes(f.vice, paper).title()).contains("01/2026/BB-KS");

        String back = f.custody.propose(f.vice, TokenFixture.giveBack(id, TokenFixture.OFFICE), "");
        HandOver off = f.custody.cancel(f.vice, back, "Vẫn còn dùng");
        assertThat(off.number()).isEmpty();
        assertThat(f.tokens.get(f.vice, id).state()).isEqualTo(TokenState.IN_USE);
        String again = f.custody.propose(f.vice, TokenFixture.giveBack(id, TokenFixture.OFFICE), "");
        assertThat(f.custody.confirm(f.office, again).number()).isEqualTo("02/2026/BB-KS");
        assertThat(f.tokens.get(f.clerk, id).state()).isEqualTo(TokenState.KEPT);
        f.clock.advance(Duration.ofDays(200));
        String next = f.custody.propose(f.clerk, TokenFixture.issue(id, TokenFixture.VICE), "");
        f.custody.confirm(f.office, next);
        assertThat(f.custody.confirm(f.vice, next).number())
                .as("each year begins anew")
                .isEqualTo("01/2027/BB-KS");
    }

    @OnEachDatabase
    @Regulated("MT.11.5")
    void twoHandOversAtOnceAreOneAndAConflict(TestDatabase db) throws Exception {
        TokenFixture f = new TokenFixture(db);
        String id = f.kept();
        List<String> outcomes = twice(() -> f.custody.propose(f.clerk, TokenFixture.issue(id, TokenFixture.VICE), ""));
        assertThat(outcomes).filteredOn("Conflict"::equals).hasSize(1);
        String paper = f.custody
                .list(f.clerk, new TokenCustody.Query(Optional.of(id), Optional.empty(), false), FIRST)
                .items()
                .get(0)
                .id();
        assertThat(twice(() -> f.custody.confirm(f.vice, paper).number())).containsOnly("01/2026/BB-KS");
    }

    @OnEachDatabase
    @Regulated({"MT.11.3", "MT.11.6"})
    void signsWithinItsScopeAndKeepsEachUse(TestDatabase db) {
        TokenFixture f = new TokenFixture(db);
        refused("MT.11.1", "token.not-registered", () -> f.guard.ask(f.vice, TokenFixture.ask("QĐ")));
        String id = f.inUse();
        TokenUse granted = f.guard.ask(f.vice, TokenFixture.ask("QĐ"));
        TokenUse signed = f.guard.signed(f.vice, granted.id());
        assertThat(signed.outcome()).isEqualTo(TokenUse.Outcome.SIGNED);
        assertThatThrownBy(() -> f.guard.signed(f.vice, granted.id())).isInstanceOf(Conflict.class);
        refused("MT.11.6", "token.out-of-scope", () -> f.guard.ask(f.vice, TokenFixture.ask("BC")));
        refused("MT.11.3", "token.not-a-document", () -> f.guard.ask(f.vice, TokenFixture.ask("THƯ")));
        refused("MT.11.2", "token.not-own", () -> f.guard.ask(f.clerk, TokenFixture.ask("QĐ")));
        refused(
                "MT.11.2",
                "token.not-custodian",
                () -> f.guard.ask(f.clerk, TokenFixture.ask("VN-0001", TokenFixture.CLERK, "QĐ")));
        assertThat(f.tokens
                        .uses(f.vice, Optional.of(id), Optional.empty(), FIRST)
                        .items())
                .extracting(TokenUse::outcome, TokenUse::clause)
                .containsExactly(
                        tuple(TokenUse.Outcome.REFUSED, "MT.11.2"),
                        tuple(TokenUse.Outcome.REFUSED, "MT.11.2"),
                        tuple(TokenUse.Outcome.REFUSED, "MT.11.3"),
                        tuple(TokenUse.Outcome.REFUSED, "MT.11.6"),
                        tuple(TokenUse.Outcome.SIGNED, ""));
        assertThat(f.tokens
                        .uses(f.principal, Optional.empty(), Optional.of(TokenUse.Outcome.REFUSED), FIRST)
                        .items())
                .as("also what no register knows")
                .hasSize(5);

        Tokens.NewScope twoReports =
                new Tokens.NewScope(List.of("BC"), TokenFixture.TODAY, TokenFixture.TODAY, 2, "", "Giấy ủy quyền 04");
        f.tokens.grant(f.principal, id, twoReports, "");
        f.guard.ask(f.vice, TokenFixture.ask("BC"));
        TokenUse second = f.guard.ask(f.vice, TokenFixture.ask("BC"));
        refused("MT.11.6", "token.scope-used-up", () -> f.guard.ask(f.vice, TokenFixture.ask("BC")));
        f.guard.failed(f.vice, second.id(), "Rút USB giữa chừng");
        f.guard.signed(f.vice, f.guard.ask(f.vice, TokenFixture.ask("BC")).id());
        f.clock.advance(Duration.ofDays(1));
        refused("MT.11.6", "token.out-of-scope", () -> f.guard.ask(f.vice, TokenFixture.ask("BC")));
        assertThatThrownBy(() -> f.tokens.grant(f.clerk, id, twoReports, "")).isInstanceOf(Forbidden.class);
    }

    @OnEachDatabase
    @Regulated("MT.11.6")
    void aScopeOnADelegationEndsWithIt(TestDatabase db) {
        TokenFixture f = new TokenFixture(db);
        String id = f.kept();
        f.handOver(id);
        f.delegations.put("d1", TokenFixture.VICE, Delegations.State.RUNNING);
        f.delegations.put("d2", TokenFixture.TEACHER, Delegations.State.RUNNING);
        refused("MT.11.6", "token.delegation-of-another", () -> f.tokens.grant(f.principal, id, on("d2"), ""));
        assertThatThrownBy(() -> f.tokens.grant(f.principal, id, on("d9"), "")).isInstanceOf(Invalid.class);
        String scope = f.tokens.grant(f.principal, id, on("d1"), "");
        f.guard.ask(f.vice, TokenFixture.ask("QĐ"));
        f.delegations.put("d1", TokenFixture.VICE, Delegations.State.ENDED);
        refused("MT.11.6", "token.out-of-scope", () -> f.guard.ask(f.vice, TokenFixture.ask("QĐ")));
        f.delegations.put("d1", TokenFixture.VICE, Delegations.State.RUNNING);
        f.tokens.endScope(f.principal, id, scope, "Thu hồi ủy quyền");
        refused("MT.11.6", "token.out-of-scope", () -> f.guard.ask(f.vice, TokenFixture.ask("QĐ")));
    }

    private static Tokens.NewScope on(String delegation) {
        return new Tokens.NewScope(
                List.of(), TokenFixture.TODAY, TokenFixture.TODAY.plusDays(9), 0, delegation, "Giấy ủy quyền 05");
    }

    @OnEachDatabase
    @Regulated("MT.11.4")
    void aReportBarsTheTokenAtOnceAndListsWhatWasSignedSince(TestDatabase db) {
        TokenFixture f = new TokenFixture(db);
        String id = f.inUse();
        f.guard.signed(f.vice, f.guard.ask(f.vice, TokenFixture.ask("QĐ")).id());
        var known = f.clock.instant();
        f.clock.advance(Duration.ofHours(2));
        TokenUse since = f.guard.ask(f.vice, TokenFixture.ask("TB"));
        f.clock.advance(Duration.ofHours(2));
        assertThatThrownBy(() -> f.cases.report(f.teacher, TokenFixture.lost(id), ""))
                .isInstanceOf(NotFound.class);

        String incident = f.cases.report(f.vice, TokenFixture.lost(id), "");

        assertThat(f.tokens.get(f.vice, id).state()).isEqualTo(TokenState.LOST);
        refused("MT.11.4", "token.is-reported", () -> f.guard.ask(f.vice, TokenFixture.ask("QĐ")));
        refused("MT.11.4", "token.is-reported", () -> f.guard.signed(f.vice, since.id()));
        assertThat(open(f)).containsExactly("signing.replace-token", "signing.tell-provider");
        assertThat(f.notices.sentTo(TokenFixture.PRINCIPAL)).hasSize(1);
        assertThat(f.cases.get(f.vice, incident).knownUntil()).isEqualTo(known);
        f.clock.advance(Duration.ofMinutes(1));

        assertThatThrownBy(() -> f.cases.step(f.vice, incident, TokenCase.StepKind.PROVIDER_TOLD, "đã gọi"))
                .isInstanceOf(Forbidden.class);
        refused(
                "MT.11.4",
                "token.provider-not-told",
                () -> f.cases.close(f.clerk, incident, TokenCase.Outcome.REVOKED, "", "Đã thu hồi"));
        refused(
                "MT.11.4",
                "token.principal-unblocks",
                () -> f.cases.close(f.clerk, incident, TokenCase.Outcome.RECOVERED, "", "Đã tìm thấy"));
        f.cases.step(f.clerk, incident, TokenCase.StepKind.PROVIDER_TOLD, "Đã gọi nhà cung cấp");
        f.cases.step(f.clerk, incident, TokenCase.StepKind.COOPERATED, "Cung cấp nhật ký cho công an");
        assertThat(open(f)).containsExactly("signing.replace-token");
        f.cases.close(f.clerk, incident, TokenCase.Outcome.REVOKED, "", "Chứng thư đã bị thu hồi");
        assertThat(f.tokens.get(f.vice, id).state()).isEqualTo(TokenState.REVOKED);
        f.tokens.register(f.clerk, f.of(TokenFixture.VICE, "Lê Quang Vinh", "VN-0002"), "");
        assertThat(open(f)).as("the new token is what was asked for").isEmpty();
        refused("MT.11.4", "token.is-ended", () -> f.guard.ask(f.vice, TokenFixture.ask("QĐ")));
    }

    @OnEachDatabase
    @Regulated("MT.11.4")
    void listsWhatIsOpenFromTheLastKnownPossession(TestDatabase db) {
        TokenFixture f = new TokenFixture(db);
        String id = f.inUse();
        f.clock.advance(Duration.ofHours(1));
        f.guard.signed(f.vice, f.guard.ask(f.vice, TokenFixture.ask("QĐ")).id());
        f.clock.advance(Duration.ofHours(1));
        var known = f.clock.instant();
        f.tokens.confirm(f.vice, id);
        f.clock.advance(Duration.ofHours(1));
        TokenUse after = f.guard.ask(f.vice, TokenFixture.ask("TB"));
        f.guard.signed(f.vice, after.id());
        f.clock.advance(Duration.ofHours(1));
        String incident = f.cases.report(
                f.vice,
                new TokenCases.NewCase(id, TokenCase.Kind.SUSPICION, Optional.of(known), "Máy bị nhiễm mã độc"),
                "");
        assertThat(f.cases.signedSince(f.principal, incident, FIRST).items())
                .extracting(TokenUse::id)
                .containsExactly(after.id());
        f.cases.report(
                f.clerk,
                new TokenCases.NewCase(
                        id, TokenCase.Kind.LOSS, Optional.of(known.minusSeconds(5_000)), "Không còn trong tủ"),
                "");
        assertThat(f.tokens.get(f.vice, id).state()).isEqualTo(TokenState.LOST);
        assertThat(f.cases.signedSince(f.principal, incident, FIRST).items()).hasSize(2);
        f.cases.close(f.principal, incident, TokenCase.Outcome.RECOVERED, "", "Tìm thấy trong két");
        assertThat(f.tokens.get(f.vice, id).state()).isEqualTo(TokenState.IN_USE);
        f.guard.ask(f.vice, TokenFixture.ask("QĐ"));
    }

    @OnEachDatabase
    @Regulated("MT.11.4")
    void twoReportsAtOnceAreOneCase(TestDatabase db) throws Exception {
        TokenFixture f = new TokenFixture(db);
        String id = f.inUse();
        List<String> cases = twice(() -> f.cases.report(f.vice, TokenFixture.lost(id), ""));
        assertThat(cases.stream().distinct()).hasSize(1);
        assertThat(f.cases.get(f.vice, cases.get(0)).steps()).hasSize(2);
    }

    @OnEachDatabase
    @Regulated("MT.11.7")
    void aHolderAsksTheProviderForSupport(TestDatabase db) {
        TokenFixture f = new TokenFixture(db);
        String id = f.inUse();
        String asked = f.cases.report(
                f.vice, new TokenCases.NewCase(id, TokenCase.Kind.SUPPORT, Optional.empty(), "Máy không nhận USB"), "");
        assertThat(f.tokens.get(f.vice, id).state()).isEqualTo(TokenState.IN_USE);
        assertThat(open(f)).containsExactly("signing.tell-provider");
        f.cases.step(f.clerk, asked, TokenCase.StepKind.ANSWERED, "Cài lại trình điều khiển");
        TokenCase solved = f.cases.close(f.clerk, asked, TokenCase.Outcome.SOLVED, "", "Đã dùng được");
        assertThat(solved.steps()).hasSize(3);
        assertThat(open(f)).isEmpty();
        assertThatThrownBy(() -> f.cases.step(f.clerk, asked, TokenCase.StepKind.NOTE, "thêm"))
                .isInstanceOf(Conflict.class);
    }

    @OnEachDatabase
    @Regulated({"MT.11.1", "MT.11.5"})
    void tellsOfTheEndInTimeAndAsksForWhatNobodyUses(TestDatabase db) {
        TokenFixture f = new TokenFixture(db);
        String id = f.inUse();
        f.alerts.run();
        assertThat(open(f)).containsExactly("signing.give-token", "signing.give-token");
        f.clock.advance(Duration.ofDays(91));
        f.alerts.run();
        f.alerts.run();
        assertThat(open(f)).filteredOn("signing.hand-in-token"::equals).hasSize(1);
        f.guard.signed(f.vice, f.guard.ask(f.vice, TokenFixture.ask("QĐ")).id());
        assertThat(open(f)).filteredOn("signing.hand-in-token"::equals).isEmpty();
        f.clock.advance(Duration.ofDays(730 - 91 - 89));
        f.alerts.run();
        f.alerts.run();
        assertThat(f.notices.sentTo(TokenFixture.VICE))
                .filteredOn(notice -> notice.kind().equals("signing.token-expiry"))
                .hasSize(1);
        f.clock.advance(Duration.ofDays(100));
        f.alerts.run();
        assertThat(f.tokens.get(f.vice, id).state()).isEqualTo(TokenState.EXPIRED);
        refused("MT.11.1", "token.is-expired", () -> f.guard.ask(f.vice, TokenFixture.ask("QĐ")));
        SigningToken expired = f.tokens.get(f.clerk, id);
        SigningToken renewed = f.tokens.renew(
                f.clerk, id, TestCertificates.of("Lê Quang Vinh", f.clock.instant()), "", expired.version());
        assertThat(renewed.state()).isEqualTo(TokenState.IN_USE);
    }

    @OnEachDatabase
    @Regulated("MT.11.5")
    void whoLeavesGivesTheTokenBack(TestDatabase db) {
        TokenFixture f = new TokenFixture(db);
        String id = f.inUse();
        assertThat(f.leaving.items(TokenFixture.VICE))
                .extracting(item -> item.key(), item -> item.receiverId())
                .containsExactly(tuple(id, TokenFixture.OFFICE));
        f.directory.left(TokenFixture.VICE, TokenFixture.TODAY.minusDays(1));
        refused("MT.11.5", "token.holder-left", () -> f.guard.ask(f.vice, TokenFixture.ask("QĐ")));
        f.alerts.run();
        assertThat(open(f)).contains("signing.collect-token");
        f.unit.tx().run(() -> f.leaving.settled(TokenFixture.VICE, id));
        SigningToken back = f.tokens.get(f.clerk, id);
        assertThat(back.state()).isEqualTo(TokenState.KEPT);
        assertThat(back.custodianId()).isEqualTo(TokenFixture.OFFICE);
        assertThat(open(f)).doesNotContain("signing.collect-token");
        assertThat(f.leaving.items(TokenFixture.VICE)).isEmpty();
    }

    @OnEachDatabase
    @Regulated("MT.11.1")
    void onlyTheHeadLetsABarredTokenSignAgain(TestDatabase db) {
        TokenFixture f = new TokenFixture(db);
        String id = f.inUse();
        long version = f.tokens.get(f.clerk, id).version();
        SigningToken barred = f.tokens.mark(f.clerk, id, TokenState.BLOCKED, "Nhập sai PIN 5 lần", version);
        refused("MT.11.4", "token.is-blocked", () -> f.guard.ask(f.vice, TokenFixture.ask("QĐ")));
        assertThatThrownBy(() -> f.tokens.mark(f.principal, id, TokenState.IN_USE, "Đã mở khóa", version))
                .as("an old page")
                .isInstanceOf(Conflict.class);
        refused(
                "MT.11.4",
                "token.principal-unblocks",
                () -> f.tokens.mark(f.clerk, id, TokenState.IN_USE, "Đã mở khóa", barred.version()));
        f.tokens.mark(f.principal, id, TokenState.IN_USE, "Đã mở khóa", barred.version());
        f.guard.ask(f.vice, TokenFixture.ask("QĐ"));
    }

    @OnEachDatabase
    @Regulated({"MT.11.1", "MT.11.2", "MT.11.3", "MT.11.4", "MT.11.5", "MT.11.6", "MT.11.7"})
    void eachClauseHasItsEvidence(TestDatabase db) {
        TokenFixture f = new TokenFixture(db);
        String id = f.inUse();
        f.guard.signed(f.vice, f.guard.ask(f.vice, TokenFixture.ask("QĐ")).id());
        f.cases.report(
                f.vice, new TokenCases.NewCase(id, TokenCase.Kind.SUPPORT, Optional.empty(), "Hỏng đầu cắm"), "");
        f.cases.report(f.vice, TokenFixture.lost(id), "");
        var now = f.clock.instant();
        assertThat(f.evidence.firstDay()).contains(TokenFixture.TODAY);
        assertThat(f.evidence.counts(TokenFixture.TODAY, TokenFixture.TODAY, now).stream()
                        .map(count -> count.clause())
                        .collect(Collectors.toSet()))
                .hasSize(7);
        for (int clause = 1; clause <= 7; clause++) {
            assertThat(f.evidence.lines(new EvidenceQuery(
                            "MT.11." + clause,
                            VietnamTime.startOf(TokenFixture.TODAY),
                            now.plusSeconds(1),
                            Optional.of(Evidence.Kind.KEPT),
                            Optional.empty(),
                            10)))
                    .as("MT.11." + clause)
                    .hasSize(1);
        }
    }

    private static List<String> open(TokenFixture f) {
        return f.duties.all().stream()
                .filter(duty -> duty.state() == Duty.State.OPEN)
                .map(Duty::kind)
                .sorted()
                .toList();
    }

    private static List<String> twice(Callable<String> work) throws Exception {
        ExecutorService two = Executors.newFixedThreadPool(2);
        try {
            List<String> outcomes = new ArrayList<>();
            for (Future<String> one : two.invokeAll(List.of(work, work))) {
                try {
                    outcomes.add(one.get());
                } catch (java.util.concurrent.ExecutionException e) {
                    outcomes.add(e.getCause().getClass().getSimpleName());
                }
            }
            return outcomes;
        } finally {
            two.shutdown();
        }
    }

    private static void refused(String clause, String code, ThrowingCallable step) {
        assertThatThrownBy(step).isInstanceOfSatisfying(Refused.class, e -> {
            assertThat(e.code()).isEqualTo(code);
            assertThat(e.clause()).contains(clause);
        });
    }
}
