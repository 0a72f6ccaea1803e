package vn.quyche.signing.internal.service;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.quyche.core.api.directory.Post;
import vn.quyche.core.api.security.Caller;
import vn.quyche.signing.api.token.HandOver;
import vn.quyche.signing.api.token.SignatureKind;
import vn.quyche.signing.api.token.TokenCase;
import vn.quyche.signing.api.token.TokenCases;
import vn.quyche.signing.api.token.TokenCustody;
import vn.quyche.signing.api.token.TokenGuard;
import vn.quyche.signing.api.token.Tokens;
import vn.quyche.signing.internal.TestCertificates;
import vn.quyche.signing.internal.duty.TokenEvidence;
import vn.quyche.signing.internal.duty.TokenJoining;
import vn.quyche.signing.internal.duty.TokenLeaving;
import vn.quyche.signing.internal.job.TokenAlerts;
import vn.quyche.signing.internal.store.JpaTokenCaseStore;
import vn.quyche.signing.internal.store.JpaTokenCustodyStore;
import vn.quyche.signing.internal.store.JpaTokenStore;
import vn.quyche.signing.internal.store.JpaTokenUseStore;
import vn.quyche.testkit.FakeDirectory;
import vn.quyche.testkit.FakeDuties;
import vn.quyche.testkit.FakeNotices;
import vn.quyche.testkit.FakeRegulations;
import vn.quyche.testkit.SequentialIds;
import vn.quyche.testkit.TestAccess;
import vn.quyche.testkit.TestActs;
import vn.quyche.testkit.TestCaller;
import vn.quyche.testkit.TestClock;
import vn.quyche.testkit.TestDatabase;
import vn.quyche.testkit.TestUnit;

/** The tokens of a small school, with real stores: a principal, a vice principal, a head of office, a clerk, a teacher. */
public final class TokenFixture {

    public static final String PRINCIPAL = "p-principal";
    public static final String VICE = "p-vice";
    public static final String OFFICE = "p-office";
    public static final String CLERK = "p-clerk";
    public static final String TEACHER = "p-teacher";
    static final String HASH = "ab".repeat(32);
    static final LocalDate TODAY = LocalDate.of(2026, 10, 5);

    public final TestClock clock = TestClock.at("2026-10-05T08:00:00+07:00");
    public final FakeDirectory directory = new FakeDirectory()
            .person(PRINCIPAL, "Trần Thị Ngọc Lan", Post.PRINCIPAL)
            .person(VICE, "Lê Quang Vinh", Post.VICE_PRINCIPAL)
            .person(OFFICE, "Võ Thị Sen", Post.OFFICE_HEAD)
            .person(CLERK, "Phạm Thu Hà", Post.RECORDS_CLERK)
            .person(TEACHER, "Nguyễn Hải Đăng", Post.TEACHER);
    public final FakeRegulations regulations = new FakeRegulations()
            .with("signing.school-token-posts", "Tổ trưởng văn phòng, Văn thư")
            .with("signing.confirm-hand-over-within", "PT24H")
            .with("signing.tell-provider-within", "PT4H")
            .with("signing.replace-token-within-days", 10)
            .with("signing.give-token-within-days", 30)
            .with("signing.expiry-alerts", "90, 30, 7")
            .with("signing.unused-days", 90)
            .with("signing.hand-in-within-days", 7);
    public final FakeDuties duties = new FakeDuties(clock);
    public final FakeNotices notices = new FakeNotices(clock);
    public final TestAccess access = TestAccess.nothing();
    public final StubDelegations delegations = new StubDelegations();
    public final Caller principal = TestCaller.person(PRINCIPAL);
    public final Caller vice = TestCaller.person(VICE);
    public final Caller office = TestCaller.person(OFFICE);
    public final Caller clerk = TestCaller.person(CLERK);
    public final Caller teacher = TestCaller.person(TEACHER);
    public final TestUnit unit;
    public final TestActs acts;
    public final JpaTokenStore store;
    public final JpaTokenUseStore useStore;
    public final TokenSight sight;
    public final DefaultTokens tokens;
    public final DefaultTokenCustody custody;
    public final DefaultTokenCases cases;
    public final DefaultTokenGuard guard;
    public final TokenAlerts alerts;
    public final TokenEvidence evidence;
    public final TokenLeaving leaving;
    public final TokenJoining joining;

    public TokenFixture(TestDatabase db) {
        unit = TestUnit.of(db, "signing");
        acts = new TestActs(access, unit.tx());
        for (Caller one : List.of(principal, vice, office, clerk, teacher)) {
            access.grantOwn(one, TokenPermissions.HOLD);
        }
        access.grant(principal, TokenPermissions.TOKENS, TokenPermissions.KEEP, TokenPermissions.GRANT);
        access.grant(vice, TokenPermissions.TOKENS);
        access.grant(clerk, TokenPermissions.TOKENS, TokenPermissions.KEEP);
        SequentialIds ids = new SequentialIds();
        store = new JpaTokenStore(unit.jpa());
        JpaTokenCustodyStore custodyStore = new JpaTokenCustodyStore(unit.jpa());
        JpaTokenCaseStore caseStore = new JpaTokenCaseStore(unit.jpa());
        useStore = new JpaTokenUseStore(unit.jpa());
        sight = new TokenSight(access, store, directory, regulations, clock);
        tokens = new DefaultTokens(
                acts, store, custodyStore, useStore, sight, directory, delegations, duties, ids, clock);
        custody = new DefaultTokenCustody(acts, store, custodyStore, sight, directory, regulations, duties, ids, clock);
        cases = new DefaultTokenCases(
                acts,
                store,
                custodyStore,
                caseStore,
                useStore,
                custody,
                sight,
                regulations,
                duties,
                notices,
                ids,
                clock);
        guard = new DefaultTokenGuard(acts, store, useStore, sight, delegations, duties, unit.tx(), ids, clock);
        alerts = new TokenAlerts(store, custodyStore, sight, regulations, duties, notices, unit.tx(), clock);
        evidence = new TokenEvidence(store, custodyStore, caseStore, useStore, sight);
        leaving = new TokenLeaving(store, sight, custody);
        joining = new TokenJoining(sight);
    }

    /** The vice principal's token, in the safe. */
    public String kept() {
        return tokens.register(clerk, of(VICE, "Lê Quang Vinh", "VN-0001"), "");
    }

    public Tokens.NewToken of(String holder, String name, String serial) {
        return new Tokens.NewToken(
                serial,
                SignatureKind.PERSONAL,
                "Nhà cung cấp thử",
                "Ký văn bản của trường",
                holder,
                "Két sắt văn phòng",
                "",
                TestCertificates.of(name, clock.instant().minusSeconds(3600)));
    }

    public Tokens.NewToken school(String name, String remark) {
        return new Tokens.NewToken(
                "VN-SCHOOL",
                SignatureKind.ORGANIZATION,
                "Nhà cung cấp thử",
                "Đóng dấu văn bản",
                "",
                "Két sắt văn phòng",
                remark,
                TestCertificates.of(name, clock.instant().minusSeconds(3600)));
    }

    /** The vice principal's token, in his hands, with a scope for decisions and notices. */
    public String inUse() {
        String id = kept();
        handOver(id);
        tokens.grant(principal, id, scope("QĐ", "TB"), "");
        return id;
    }

    public String handOver(String id) {
        String paper = custody.propose(clerk, issue(id, VICE), "");
        custody.confirm(vice, paper);
        return paper;
    }

    public static TokenCustody.NewHandOver issue(String id, String receiver) {
        return new TokenCustody.NewHandOver(
                id, HandOver.Kind.ISSUE, receiver, "Tủ phòng phó hiệu trưởng", "Giao để ký", "");
    }

    public static TokenCustody.NewHandOver giveBack(String id, String receiver) {
        return new TokenCustody.NewHandOver(id, HandOver.Kind.RETURN, receiver, "Két sắt văn phòng", "Không dùng", "");
    }

    public static Tokens.NewScope scope(String... kinds) {
        return new Tokens.NewScope(List.of(kinds), TODAY, TODAY.plusDays(365), 0, "", "Giấy ủy quyền 03/GUQ");
    }

    public static TokenGuard.Ask ask(String kind) {
        return ask("VN-0001", VICE, kind);
    }

    public static TokenGuard.Ask ask(String serial, String person, String kind) {
        return new TokenGuard.Ask(serial, "", person, kind, "doc-1", HASH);
    }

    public static TokenCases.NewCase lost(String id) {
        return new TokenCases.NewCase(id, TokenCase.Kind.LOSS, Optional.empty(), "Rơi trên đường đi họp");
    }
}
