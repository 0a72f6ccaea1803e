package vn.quyche.demo.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.directory.Directory;
import vn.quyche.core.api.document.DocumentKind;
import vn.quyche.core.api.document.OutgoingDocument;
import vn.quyche.core.api.document.OutgoingDocuments;
import vn.quyche.core.api.document.SignatureForm;
import vn.quyche.core.api.persistence.spi.Job;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.security.Secrets;
import vn.quyche.signing.api.CopyKind;
import vn.quyche.signing.api.SignBatches;
import vn.quyche.signing.api.SignatureLevel;
import vn.quyche.signing.api.SignaturePicture;
import vn.quyche.signing.api.SignaturePictures;
import vn.quyche.signing.api.SignedCopies;
import vn.quyche.signing.api.SigningKey;
import vn.quyche.signing.api.SigningKeys;
import vn.quyche.signing.api.SigningPort;
import vn.quyche.signing.api.TrustRegister;
import vn.quyche.signing.api.TrustTrack;
import vn.quyche.signing.api.token.HandOver;
import vn.quyche.signing.api.token.SignatureKind;
import vn.quyche.signing.api.token.TokenCustody;
import vn.quyche.signing.api.token.Tokens;

/**
 * The signing tokens of the invented school: an authority that nobody else believes, keys in files for the principal, a vice
 * principal and the seal, and letters in each state of being signed. The authority's key is kept, sealed, so that its list of
 * revoked certificates does not grow old: once a day there is a new one.
 */
@Component(service = {DemoSigning.class, Job.class})
public final class DemoSigning implements Job {

    private static final Logger LOG = LoggerFactory.getLogger(DemoSigning.class);
    private static final String PROVIDER = "Dịch vụ chứng thực thử nghiệm";
    private static final String BASIS = "Quyết định số 44/QĐ-THHS";
    private static final int DAYS_AGO = 80;
    /** So many documents have been signed with one PIN. */
    private static final int AT_ONCE = 3;

    private static final Duration HOLDS_SINCE = Duration.ofDays(300);
    private static final Duration HOLDS_FOR = Duration.ofDays(800);
    /** One key ends soon, so that it can be seen how the school is told. */
    private static final Duration ENDS_SOON = Duration.ofDays(21);

    private static final double SIGNATURE_WIDTH = 42;
    private static final double SEAL_WIDTH = 36;

    private final Tokens tokens;
    private final TokenCustody custody;
    private final SigningKeys keys;
    private final TrustRegister trust;
    private final SignaturePictures pictures;
    private final SigningPort port;
    private final SignBatches batches;
    private final SignedCopies copies;
    private final OutgoingDocuments documents;
    private final Directory directory;
    private final DemoPapers papers;
    private final Secrets secrets;
    private final Clock clock;
    private final Path data;

    @Activate
    public DemoSigning(
            BundleContext context,
            @Reference Tokens tokens,
            @Reference TokenCustody custody,
            @Reference SigningKeys keys,
            @Reference TrustRegister trust,
            @Reference SignaturePictures pictures,
            @Reference SigningPort port,
            @Reference SignBatches batches,
            @Reference SignedCopies copies,
            @Reference OutgoingDocuments documents,
            @Reference Directory directory,
            @Reference DemoPapers papers,
            @Reference Secrets secrets,
            @Reference Clock clock) {
        this.tokens = tokens;
        this.custody = custody;
        this.keys = keys;
        this.trust = trust;
        this.pictures = pictures;
        this.port = port;
        this.batches = batches;
        this.copies = copies;
        this.documents = documents;
        this.directory = directory;
        this.papers = papers;
        this.secrets = secrets;
        this.clock = clock;
        this.data = Path.of(context.getProperty("quyche.data"));
    }

    /** A PIN for all keys of this school. */
    static String pin() {
        return String.format("%06d", new SecureRandom().nextInt(1_000_000));
    }

    /** Where copies of the key files are, for who tries the agent of a PC; named for their accounts. */
    static Path keyFiles(Path data) {
        return data.resolve("demo-keys");
    }

    /** Enters how the school got its tokens, some weeks before the present. */
    void plan(DemoCalendar calendar, DemoCast cast, String pin, Instant present) {
        LocalDate day =
                DemoCalendar.workday(VietnamTime.at(present).toLocalDate().minusDays(DAYS_AGO));
        calendar.on(day, LocalTime.of(8, 0), () -> provide(cast, pin, present));
    }

    /** Lays on the desks of those who sign what is there now. @return signs some of it */
    Runnable now(DemoCast cast, String pin) {
        if (tokens.list(cast.clerk(), Tokens.Query.all(), PageRequest.first(1))
                .items()
                .isEmpty()) {
            provide(cast, pin, clock.instant());
        }
        run();
        List<String> waiting = DemoPaperTexts.TO_SIGN.stream()
                .map(paper -> papers.toSign(cast, paper))
                .toList();
        return () -> sign(cast, waiting, pin);
    }

    private void sign(DemoCast cast, List<String> waiting, String pin) {
        String principal = token(cast.principal());
        String seal = token(cast.clerk());
        String sealed = waiting.get(0);
        sign(cast.principal(), sealed, principal, pin);
        sign(cast.clerk(), sealed, seal, pin);
        attach(cast, sealed, seal, pin);
        copy(cast, seal, pin);
        sign(cast.principal(), waiting.get(1), principal, pin);
        batches.start(
                cast.principal(),
                new SignBatches.NewBatch(
                        waiting.subList(2, 2 + AT_ONCE).stream()
                                .map(id -> current(cast.principal(), id))
                                .toList(),
                        principal,
                        SignatureKind.PERSONAL,
                        SignatureLevel.B),
                pin.toCharArray());
    }

    // ---- the list of revoked certificates stays young

    @Override
    public String name() {
        return "demo.revocations";
    }

    @Override
    public Duration every() {
        return Duration.ofDays(1);
    }

    @Override
    public void run() {
        Path kept = authority();
        if (!Files.exists(kept)) {
            return;
        }
        try {
            DemoAuthority authority = DemoAuthority.of(secrets.open(Files.readString(kept)));
            trust.loadCrl(Caller.system("demo"), authority.revocations(clock.instant()));
        } catch (IOException e) {
            LOG.warn("The invented authority cannot be read: what it signed will be called undecided in some days", e);
        }
    }

    private Path authority() {
        return data.resolve("demo-authority.sealed");
    }

    // ---- tokens, keys, pictures

    private void provide(DemoCast cast, String pin, Instant present) {
        String school = directory.school().name();
        DemoAuthority authority = DemoAuthority.make(present.minus(HOLDS_FOR), present.plus(HOLDS_FOR.multipliedBy(2)));
        trust.add(cast.itOfficer(), authority.encoded(), Optional.of(TrustTrack.OFFICIAL), authority.fingerprint());
        Instant since = present.minus(HOLDS_SINCE);
        give(
                cast,
                cast.clerk(),
                cast.principal(),
                new Key(
                        "HS-0001",
                        authority.issue(cast.principal().name(), school, since, present.plus(HOLDS_FOR), pin),
                        pin));
        give(
                cast,
                cast.clerk(),
                cast.vice(),
                new Key(
                        "HS-0002",
                        authority.issue(cast.vice().name(), school, since, present.plus(ENDS_SOON), pin),
                        pin));
        give(
                cast,
                cast.principal(),
                cast.clerk(),
                new Key("HS-0003", authority.issue(school, school, since, present.plus(HOLDS_FOR), pin), pin));
        grant(cast, cast.principal(), List.of(), 0);
        grant(
                cast,
                cast.vice(),
                List.of(DocumentKind.PLAN.code(), DocumentKind.NOTICE.code(), DocumentKind.REPORT.code()),
                100);
        grant(cast, cast.clerk(), List.of(), 0);
        picture(cast, SignaturePicture.Kind.SIGNATURE, cast.principal());
        picture(cast, SignaturePicture.Kind.SIGNATURE, cast.vice());
        picture(cast, SignaturePicture.Kind.SEAL, cast.clerk());
        try {
            Files.writeString(authority(), secrets.seal(authority.text()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Key(String serial, DemoAuthority.Issued issued, String pin) {}

    /** Registers a token and hands it over; the administrator brings its key to the server. */
    private void give(DemoCast cast, Caller keeper, Caller custodian, Key key) {
        boolean seal = custodian.equals(cast.clerk());
        String id = tokens.register(
                keeper,
                new Tokens.NewToken(
                        key.serial(),
                        seal ? SignatureKind.ORGANIZATION : SignatureKind.PERSONAL,
                        PROVIDER,
                        seal ? "Ký thay con dấu của trường" : "Ký văn bản của trường",
                        seal ? "" : DemoCast.id(custodian),
                        "Két sắt văn phòng",
                        "",
                        key.issued().certificate()),
                "");
        String handOver = custody.propose(
                keeper,
                new TokenCustody.NewHandOver(
                        id,
                        HandOver.Kind.ISSUE,
                        DemoCast.id(custodian),
                        "Phòng làm việc của " + custodian.name(),
                        "Giao để ký văn bản điện tử",
                        "Thiết bị còn niêm phong, kèm phong bì mã PIN"),
                "");
        custody.confirm(custodian, handOver);
        keys.add(
                cast.itOfficer(),
                new SigningKeys.NewKey(
                        key.serial(),
                        SigningKey.Kind.FILE,
                        "",
                        0,
                        "",
                        key.issued().file(),
                        key.pin().toCharArray()));
        keep(key.serial().toLowerCase(Locale.ROOT) + ".p12", key.issued().file());
    }

    private void keep(String name, byte[] file) {
        try {
            Files.write(Files.createDirectories(keyFiles(data)).resolve(name), file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void grant(DemoCast cast, Caller custodian, List<String> kinds, int most) {
        LocalDate today = VietnamTime.today(clock);
        tokens.grant(
                cast.principal(),
                token(custodian),
                new Tokens.NewScope(kinds, today, today.plusYears(2), most, "", BASIS),
                "");
    }

    private void picture(DemoCast cast, SignaturePicture.Kind kind, Caller of) {
        boolean seal = kind == SignaturePicture.Kind.SEAL;
        pictures.add(
                cast.clerk(),
                new SignaturePictures.NewPicture(
                        kind,
                        seal ? "" : DemoCast.id(of),
                        seal ? SEAL_WIDTH : SIGNATURE_WIDTH,
                        "Mẫu đăng ký theo " + BASIS,
                        seal ? DemoPictures.seal() : DemoPictures.signature(of.name())));
    }

    private String token(Caller custodian) {
        return tokens.list(custodian, Tokens.Query.own(), PageRequest.first(10)).items().stream()
                .filter(token -> token.custodianId().equals(DemoCast.id(custodian)))
                .findFirst()
                .orElseThrow()
                .id();
    }

    // ---- signing

    /** The document as it stands, to be signed next. */
    private SigningPort.Document current(Caller caller, String id) {
        OutgoingDocument document = documents.get(caller, id);
        return new SigningPort.Document(
                id, document.form() == SignatureForm.DIGITAL ? document.signedSha256() : document.approvedSha256());
    }

    private void sign(Caller caller, String document, String token, String pin) {
        port.sign(
                caller,
                new SigningPort.Request(
                        current(caller, document),
                        token,
                        tokens.get(caller, token).kind(),
                        SignatureLevel.B),
                pin.toCharArray());
    }

    private void attach(DemoCast cast, String document, String token, String pin) {
        copies.make(
                cast.clerk(),
                new SignedCopies.NewCopy(
                        CopyKind.ATTACHMENT,
                        "",
                        "",
                        "",
                        Optional.of(current(cast.clerk(), document)),
                        "danh-sach-kem-theo.pdf",
                        papers.attachment(DemoPaperTexts.ATTACHMENT),
                        token,
                        SignatureLevel.B),
                pin.toCharArray());
    }

    private void copy(DemoCast cast, String token, String pin) {
        copies.make(
                cast.clerk(),
                new SignedCopies.NewCopy(
                        CopyKind.CERTIFIED,
                        DemoPaperTexts.COPIED.code(),
                        "Hiệu trưởng đồng ý cho sao",
                        "",
                        Optional.empty(),
                        "cong-van-sao-y.pdf",
                        papers.letter(DemoPaperTexts.COPIED),
                        token,
                        SignatureLevel.B),
                pin.toCharArray());
    }
}
