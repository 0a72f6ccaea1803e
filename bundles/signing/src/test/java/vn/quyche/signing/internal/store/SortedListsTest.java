package vn.quyche.signing.internal.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.signing.api.MadeSignature;
import vn.quyche.signing.api.MadeSignature.Stamp;
import vn.quyche.signing.api.ProofLevel;
import vn.quyche.signing.api.SignaturePictures;
import vn.quyche.signing.api.SignedCopies;
import vn.quyche.signing.api.SigningKey;
import vn.quyche.signing.api.SigningKeys;
import vn.quyche.signing.api.SigningPort;
import vn.quyche.signing.api.token.SignatureKind;
import vn.quyche.signing.api.token.SigningCertificate;
import vn.quyche.signing.api.token.SigningToken;
import vn.quyche.signing.api.token.TokenCases;
import vn.quyche.signing.api.token.TokenCustody;
import vn.quyche.signing.api.token.TokenState;
import vn.quyche.testkit.OnEachDatabase;
import vn.quyche.testkit.TestDatabase;
import vn.quyche.testkit.TestUnit;

class SortedListsTest {

    private static final SigningKeys.Query EVERY_KEY = new SigningKeys.Query(Optional.empty(), Optional.empty());
    private static final SigningPort.Query ALL =
            new SigningPort.Query(Optional.empty(), Optional.empty(), Optional.empty());

    @OnEachDatabase
    void signaturesComeByAColumnPageByPageEachOnce(TestDatabase db) {
        JpaMadeSignatureStore store =
                new JpaMadeSignatureStore(TestUnit.of(db, "signing").jpa());
        store.insert(made("a1", "Trần Gia Vinh", "S2", Stamp.NONE, ""));
        store.insert(made("a2", "Nguyễn Quang Vinh", "S1", Stamp.STAMPED, ""));
        store.insert(made("a3", "Trần Gia Vinh", "S1", Stamp.STAMPED, "LT"));
        store.insert(made("a4", "Hoàng Gia Bảo", "S3", Stamp.STAMPED, "LTA"));

        assertThat(ids(store, Optional.empty())).containsExactly("a4", "a3", "a2", "a1");
        assertThat(ids(store, Optional.of("time"))).containsExactly("a1", "a2", "a3", "a4");
        assertThat(ids(store, Optional.of("serial"))).containsExactly("a2", "a3", "a1", "a4");
        assertThat(ids(store, Optional.of("-serial"))).containsExactly("a4", "a1", "a3", "a2");
        assertThat(ids(store, Optional.of("signer"))).endsWith("a1", "a3");
        assertThat(ids(store, Optional.of("-signer"))).startsWith("a3", "a1");
    }

    @OnEachDatabase
    void signaturesAreFilteredByWhatTheyProveNow(TestDatabase db) {
        JpaMadeSignatureStore store =
                new JpaMadeSignatureStore(TestUnit.of(db, "signing").jpa());
        store.insert(made("b1", "A", "S1", Stamp.NONE, ""));
        store.insert(made("b2", "A", "S1", Stamp.WAITING, ""));
        store.insert(made("b3", "A", "S1", Stamp.STAMPED, ""));
        store.insert(made("b4", "A", "S1", Stamp.STAMPED, "LT"));
        store.insert(made("b5", "A", "S1", Stamp.STAMPED, "LTA"));

        assertThat(at(store, ProofLevel.B)).containsExactly("b2", "b1");
        assertThat(at(store, ProofLevel.T)).containsExactly("b3");
        assertThat(at(store, ProofLevel.LT)).containsExactly("b4");
        assertThat(at(store, ProofLevel.LTA)).containsExactly("b5");
        assertThat(store.find("b2").orElseThrow().proofs()).isEqualTo(ProofLevel.B);
        assertThat(store.find("b3").orElseThrow().proofs()).isEqualTo(ProofLevel.T);
        assertThat(store.find("b5").orElseThrow().proofs()).isEqualTo(ProofLevel.LTA);
    }

    @OnEachDatabase
    void keysComeByAColumnPageByPageEachOnce(TestDatabase db) {
        TestUnit unit = TestUnit.of(db, "signing");
        JpaTokenStore tokens = new JpaTokenStore(unit.jpa());
        JpaSigningKeyStore store = new JpaSigningKeyStore(unit.jpa());
        tokens.insert(token("t1", "VN-1", "Nhà cung cấp Đỏ"), "");
        tokens.insert(token("t2", "VN-2", "Xanh"), "");
        tokens.insert(token("t3", "VN_3", "Đỏ"), "");
        store.put(key("t3", "VN_3", SigningKey.Kind.REMOTE, 1, 10), "");
        store.put(key("t2", "VN-2", SigningKey.Kind.DEVICE, 0, 20), "");
        store.put(key("t1", "VN-1", SigningKey.Kind.FILE, 0, 20), "");

        assertThat(keys(store, EVERY_KEY, "")).containsExactly("t1", "t2", "t3");
        assertThat(keys(store, EVERY_KEY, "-serial")).containsExactly("t3", "t2", "t1");
        assertThat(keys(store, EVERY_KEY, "added")).containsExactly("t3", "t1", "t2");
        assertThat(keys(store, EVERY_KEY, "-added")).containsExactly("t2", "t1", "t3");
        assertThat(keys(store, EVERY_KEY, "pins")).containsExactly("t1", "t2", "t3");
        assertThat(keys(store, EVERY_KEY, "-pins")).containsExactly("t3", "t2", "t1");
        assertThat(keys(store, found("ĐO"), "-added")).containsExactly("t1", "t3");
        assertThat(keys(store, found("vn_"), "")).as("no wildcard").containsExactly("t3");
        assertThat(keys(store, new SigningKeys.Query(Optional.of("do"), Optional.of(SigningKey.Kind.REMOTE)), ""))
                .containsExactly("t3");
    }

    /** Each list by each of its columns, both ways; an unknown column and the cursor of another list are refused. */
    @OnEachDatabase
    void everyListTakesItsColumnsAndNoOthers(TestDatabase db) {
        TestUnit unit = TestUnit.of(db, "signing");
        Map<List<String>, Function<PageRequest, Page<?>>> lists = new LinkedHashMap<>();
        lists.put(
                List.of("time", "signer", "serial"),
                page -> new JpaMadeSignatureStore(unit.jpa()).list(ALL, Optional.of("p"), page));
        lists.put(
                List.of("time", "title", "serial"),
                page -> new JpaPreparedSignatureStore(unit.jpa()).list(Optional.empty(), Optional.of("p"), page));
        lists.put(
                List.of("time", "serial"),
                page -> new JpaSignBatchStore(unit.jpa()).list(Optional.of("p"), page, Instant.EPOCH));
        lists.put(
                List.of("time", "person"),
                page -> new JpaSignedCopyStore(unit.jpa())
                        .list(new SignedCopies.Query(Optional.empty()), Optional.of("p"), page));
        lists.put(
                List.of("time", "width"),
                page -> new JpaStampStore(unit.jpa())
                        .list(
                                new SignaturePictures.Query(Optional.empty(), Optional.of(true)),
                                Optional.of("p"),
                                page));
        lists.put(
                List.of("time", "serial", "reporter"),
                page -> new JpaTokenCaseStore(unit.jpa())
                        .list(new TokenCases.Query(Optional.of("t"), Optional.empty(), true), Optional.of("p"), page));
        lists.put(
                List.of("time", "serial"),
                page -> new JpaTokenCustodyStore(unit.jpa())
                        .list(
                                new TokenCustody.Query(Optional.of("t"), Optional.empty(), true),
                                Optional.of("p"),
                                page));
        lists.put(
                List.of("time", "serial", "person"),
                page -> new JpaTokenUseStore(unit.jpa())
                        .list(Optional.of("t"), Optional.of("p"), Optional.empty(), page));

        lists.put(List.of("serial", "added", "pins"), page -> new JpaSigningKeyStore(unit.jpa()).list(EVERY_KEY, page));

        lists.forEach((columns, list) -> {
            for (String column : columns) {
                assertThat(list.apply(sorted(column)).items()).isEmpty();
                assertThat(list.apply(sorted("-" + column)).items()).isEmpty();
            }
            assertThatThrownBy(() -> list.apply(sorted("sha256")))
                    .isInstanceOf(Invalid.class)
                    .hasMessageContaining("core.bad-sort");
            assertThatThrownBy(() -> list.apply(new PageRequest(10, Optional.of("nothing"))))
                    .isInstanceOf(Invalid.class)
                    .hasMessageContaining("core.bad-cursor");
        });
    }

    private static PageRequest sorted(String by) {
        return new PageRequest(10, Optional.empty(), Optional.of(by));
    }

    /** All ids in the order of the list, one a page. */
    private static List<String> ids(JpaMadeSignatureStore store, Optional<String> sort) {
        List<String> ids = new ArrayList<>();
        Optional<String> after = Optional.empty();
        do {
            Page<MadeSignature> page = store.list(ALL, Optional.empty(), new PageRequest(1, after, sort));
            page.items().forEach(one -> ids.add(one.id()));
            after = page.next();
        } while (after.isPresent());
        return ids;
    }

    private static SigningKeys.Query found(String text) {
        return new SigningKeys.Query(Optional.of(text), Optional.empty());
    }

    private static List<String> keys(JpaSigningKeyStore store, SigningKeys.Query query, String sort) {
        List<String> ids = new ArrayList<>();
        Optional<String> after = Optional.empty();
        do {
            Page<SigningKey> page = store.list(query, new PageRequest(1, after, Optional.of(sort)));
            page.items().forEach(one -> ids.add(one.tokenId()));
            after = page.next();
        } while (after.isPresent());
        return ids;
    }

    private static SigningKey key(String token, String serial, SigningKey.Kind kind, int wrongPins, long addedAt) {
        return new SigningKey(
                token, serial, kind, "", 0, "ECDSA", wrongPins, false, "p", Instant.ofEpochMilli(addedAt));
    }

    private static SigningToken token(String id, String serial, String provider) {
        Instant at = Instant.parse("2026-11-20T01:00:00Z");
        return new SigningToken(
                id,
                serial,
                SignatureKind.PERSONAL,
                provider,
                "",
                "p",
                "",
                "p",
                "",
                "",
                TokenState.IN_USE,
                new SigningCertificate("f-" + id, "CN=A", "A", "", "1", "B", at, at.plusSeconds(60), "", "EC 256"),
                "",
                at,
                at,
                Optional.empty(),
                1);
    }

    private static List<String> at(JpaMadeSignatureStore store, ProofLevel level) {
        SigningPort.Query query = new SigningPort.Query(Optional.empty(), Optional.empty(), Optional.of(level));
        return store.list(query, Optional.empty(), PageRequest.first()).items().stream()
                .map(MadeSignature::id)
                .toList();
    }

    private static MadeSignature made(String id, String signer, String serial, Stamp stamp, String longTerm) {
        return new MadeSignature(
                id,
                "u-" + id,
                "t",
                serial,
                "p",
                signer,
                "QĐ",
                "d-" + id,
                "24-QD.pdf",
                "0".repeat(64),
                "f-" + id,
                "1".repeat(64),
                "2".repeat(64),
                signer,
                Instant.parse("2026-11-20T01:00:00Z"),
                stamp,
                "",
                Optional.empty(),
                "",
                longTerm,
                "",
                longTerm.isEmpty() ? "" : "l-" + id);
    }
}
