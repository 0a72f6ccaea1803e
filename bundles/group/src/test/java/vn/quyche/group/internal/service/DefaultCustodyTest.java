package vn.quyche.group.internal.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.Regulated;
import vn.quyche.core.api.error.Conflict;
import vn.quyche.core.api.error.Forbidden;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.core.api.error.NotFound;
import vn.quyche.core.api.error.Refused;
import vn.quyche.core.api.security.Caller;
import vn.quyche.group.api.DirectiveState;
import vn.quyche.group.api.NewDirective;
import vn.quyche.group.api.custody.Custody;
import vn.quyche.group.api.custody.CustodyExport;
import vn.quyche.group.api.custody.LegalHold;
import vn.quyche.testkit.OnEachDatabase;
import vn.quyche.testkit.TestActs;
import vn.quyche.testkit.TestDatabase;

class DefaultCustodyTest {

    @OnEachDatabase
    @Regulated("BC.3.3")
    void whatIsHeldIsNotReplacedEither(TestDatabase db) {
        SchoolFixture school = new SchoolFixture(db);
        String group = school.schoolGroup();
        String held = school.directives.issueNow(school.principal, school.newDirective(group, "Cũ"), "");
        school.custody.hold(school.principal, held, "Thanh tra");

        assertThatThrownBy(() -> school.directives.issueNow(
                        school.principal, school.replacing(school.newDirective(group, "Mới"), held), ""))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("group.held");
        assertThat(school.directives.get(school.principal, held).state()).isEqualTo(DirectiveState.ISSUED);
        school.custody.lift(school.principal, held, "Xong");
        school.directives.issueNow(school.principal, school.replacing(school.newDirective(group, "Mới"), held), "");
        assertThat(school.directives.get(school.principal, held).state()).isEqualTo(DirectiveState.SUPERSEDED);
    }

    @OnEachDatabase
    @Regulated("BC.3.3")
    void aHoldStopsTheWithdrawalUntilItIsLifted(TestDatabase db) {
        SchoolFixture school = new SchoolFixture(db);
        String id = issued(school);

        LegalHold laid = school.custody.hold(school.clerk, id, "Thanh tra đợt 2");
        assertThat(laid.standing()).isTrue();
        assertThat(laid.number()).isEqualTo("01/2026/N01");
        assertThatThrownBy(() -> school.directives.withdraw(school.principal, id, "Sai ngày"))
                .isInstanceOfSatisfying(Refused.class, refused -> {
                    assertThat(refused.clause()).contains("BC.3.3");
                    assertThat(refused.code()).isEqualTo("group.held");
                });
        assertThat(school.directives.get(school.teacher, id).state()).isEqualTo(DirectiveState.ISSUED);
        assertThat(school.custody.standing(school.teacher, id)).isPresent();
        assertThatThrownBy(() -> school.custody.hold(school.principal, id, "Nữa"))
                .isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> school.custody.lift(school.clerk, id, " ")).isInstanceOf(Invalid.class);

        LegalHold lifted = school.custody.lift(school.principal, id, "Thanh tra xong");
        assertThat(lifted.liftedById()).contains(SchoolFixture.PRINCIPAL);
        assertThat(lifted.liftReason()).isEqualTo("Thanh tra xong");
        assertThatThrownBy(() -> school.custody.lift(school.clerk, id, "Nữa")).isInstanceOf(Conflict.class);
        assertThat(school.directives.withdraw(school.principal, id, "Sai ngày").state())
                .isEqualTo(DirectiveState.WITHDRAWN);
        assertThat(school.acts.done())
                .extracting(TestActs.Done::action)
                .contains("group.hold-directive", "group.lift-hold");
    }

    @OnEachDatabase
    @Regulated("BC.3.3")
    void onlyLeadersAndOfficeHoldWhatIsIssued(TestDatabase db) {
        SchoolFixture school = new SchoolFixture(db);
        String id = issued(school);
        String draft = school.directives.draft(
                school.principal,
                school.newDirective(school.directives.get(school.principal, id).groupId(), "Nháp"),
                "");

        for (Caller other : List.of(school.vice, school.teacher)) {
            assertThatThrownBy(() -> school.custody.hold(other, id, "Vì sao")).isInstanceOf(Refused.class);
            assertThatThrownBy(() -> school.custody.holdsOf(other, id, PageRequest.first()))
                    .isInstanceOf(Forbidden.class);
            assertThat(school.custody.mayKeep(other, id)).isFalse();
        }
        assertThatThrownBy(() -> school.custody.hold(school.principal, draft, "Vì sao"))
                .isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> school.custody.hold(school.clerk, draft, "Vì sao"))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> school.custody.holds(school.teacher, Optional.empty(), PageRequest.first()))
                .isInstanceOf(Forbidden.class);
    }

    @OnEachDatabase
    void listsHoldsNewestFirst(TestDatabase db) {
        SchoolFixture school = new SchoolFixture(db);
        String one = issued(school);
        String two = school.directives.issueNow(
                school.principal,
                school.newDirective(school.directives.get(school.principal, one).groupId(), "Họp"),
                "");
        school.custody.hold(school.clerk, one, "Một");
        school.custody.hold(school.clerk, two, "Hai");
        school.custody.lift(school.clerk, one, "Xong");

        var first = school.custody.holds(school.clerk, Optional.empty(), PageRequest.first(1));
        var second = school.custody.holds(school.clerk, Optional.empty(), new PageRequest(1, first.next()));
        assertThat(first.items()).extracting(LegalHold::directiveId).containsExactly(two);
        assertThat(second.items()).extracting(LegalHold::title).containsExactly("Nộp báo cáo");
        assertThat(school.custody
                        .holds(school.clerk, Optional.of(true), PageRequest.first())
                        .items())
                .extracting(LegalHold::directiveId)
                .containsExactly(two);
        assertThat(school.custody
                        .holdsOf(school.principal, one, PageRequest.first())
                        .items())
                .extracting(LegalHold::standing)
                .containsExactly(false);
    }

    @OnEachDatabase
    @Regulated({"BC.4.6", "BC.3.3"})
    void exportsADirectiveWithTheHashOfEachFileAndRecordsIt(TestDatabase db) throws Exception {
        SchoolFixture school = new SchoolFixture(db);
        String id = issued(school);
        school.directives.acknowledge(school.teacher, id);
        school.custody.hold(school.principal, id, "Thanh tra");

        Custody.Export export = school.custody.export(school.principal, id, "Gửi đoàn thanh tra");
        Map<String, byte[]> files = unzip(export);

        assertThat(files.keySet())
                .containsExactly(
                        "DOC.txt",
                        "chi-dao.json",
                        "xac-nhan.json",
                        "xac-nhan.pdf",
                        "nhac-viec.json",
                        "luu-giu.json",
                        "nhat-ky.jsonl",
                        "tep/01-ke-hoach.pdf",
                        "manifest.json");
        String manifest = text(files, "manifest.json");
        files.forEach((path, bytes) -> {
            if (!path.equals("manifest.json")) {
                assertThat(manifest).contains("\"path\":\"" + path + "\"").contains(sha256(bytes));
            }
        });
        assertThat(export.recorded().manifestHash()).isEqualTo(sha256(files.get("manifest.json")));
        assertThat(manifest)
                .contains("\"sealWhole\":true")
                .contains("\"number\":\"01/2026/N01\"")
                .contains("Gửi đoàn thanh tra")
                .contains(export.recorded().id());
        assertThat(text(files, "nhat-ky.jsonl").lines()).hasSize(3).allMatch(line -> line.contains("\"hash\":\""));
        assertThat(text(files, "xac-nhan.json")).contains("Nguyễn Hải Đăng").contains("\"hash\":\"");
        assertThat(text(files, "luu-giu.json")).contains("Thanh tra");
        assertThat(school.acts.lastDone().action()).isEqualTo("group.export-directive");
        assertThat(school.acts.lastDone().after().toString())
                .contains(export.recorded().manifestHash());
        assertThat(school.custody.exports(school.clerk, id, PageRequest.first()).items())
                .extracting(CustodyExport::reason)
                .containsExactly("Gửi đoàn thanh tra");
    }

    @OnEachDatabase
    @Regulated("BC.4.6")
    void nobodyElseTakesContentOutOfTheGroupAndNothingLeavesByItself(TestDatabase db) {
        SchoolFixture school = new SchoolFixture(db);
        String id = issued(school);

        for (Caller other : List.of(school.vice, school.teacher)) {
            assertThatThrownBy(() -> school.custody.export(other, id, "Chia sẻ"))
                    .isInstanceOfSatisfying(
                            Refused.class,
                            refused -> assertThat(refused.clause()).contains("BC.4.6"));
        }
        assertThat(school.acts.refused())
                .extracting(TestActs.RefusedAct::action)
                .containsExactly("group.export-directive", "group.export-directive");
        assertThatThrownBy(() -> school.custody.export(school.principal, id, " "))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> school.custody.exports(school.teacher, id, PageRequest.first()))
                .isInstanceOf(Forbidden.class);
        assertThat(school.acts.events().toString())
                .as("other bundles hear the title, to announce it in the group itself, and nothing of what is in it")
                .doesNotContain("Các tổ nộp")
                .doesNotContain("ke-hoach.pdf");
        assertThat(school.custody
                        .export(school.clerk, id, "Lưu hồ sơ")
                        .recorded()
                        .byId())
                .isEqualTo(SchoolFixture.CLERK);
    }

    private static String issued(SchoolFixture school) {
        String file = school.attachments
                .receive(school.principal, "ke-hoach.pdf", "%PDF-1.7 kế hoạch".getBytes(StandardCharsets.UTF_8))
                .id();
        NewDirective directive = school.newDirective(school.schoolGroup(), "Nộp báo cáo", file);
        return school.directives.issueNow(school.principal, directive, "");
    }

    private static Map<String, byte[]> unzip(Custody.Export export) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        export.writeTo(out);
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(out.toByteArray()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return files;
    }

    private static String text(Map<String, byte[]> files, String path) {
        return new String(files.get(path), StandardCharsets.UTF_8);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
