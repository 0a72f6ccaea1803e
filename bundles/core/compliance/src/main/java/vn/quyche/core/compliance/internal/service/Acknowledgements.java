package vn.quyche.core.compliance.internal.service;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.persistence.PersistenceException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.Regulated;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.VietnameseText;
import vn.quyche.core.api.act.Act;
import vn.quyche.core.api.act.Acts;
import vn.quyche.core.api.compliance.Duties;
import vn.quyche.core.api.compliance.NewDuty;
import vn.quyche.core.api.compliance.SchoolCalendar;
import vn.quyche.core.api.directory.Directory;
import vn.quyche.core.api.directory.Person;
import vn.quyche.core.api.directory.Post;
import vn.quyche.core.api.error.Conflict;
import vn.quyche.core.api.error.NotFound;
import vn.quyche.core.api.persistence.Tx;
import vn.quyche.core.api.print.PrintedDocument;
import vn.quyche.core.api.security.Access;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.security.Scope;
import vn.quyche.core.compliance.internal.model.Edition;
import vn.quyche.core.compliance.internal.model.Edition.Kind;
import vn.quyche.core.compliance.internal.model.Edition.State;
import vn.quyche.core.compliance.internal.model.ReceiptSheet;
import vn.quyche.core.compliance.internal.store.JpaEditionStore;
import vn.quyche.core.compliance.internal.store.Receipt;

/**
 * Makes regulations known: when one takes effect, everybody who works here gets a duty to read and confirm it, those who
 * come later on the day after they came. The duty engine reminds and tells the principal of who is late.
 */
@Component(service = Acknowledgements.class)
public final class Acknowledgements {

    private static final String KIND = "compliance.acknowledge";
    private static final String CLAUSE = "TA.12a";

    private final JpaEditionStore store;
    private final PackRegulations regulations;
    private final Duties duties;
    private final SchoolCalendar calendar;
    private final Directory directory;
    private final Acts acts;
    private final Access access;
    private final Tx tx;
    private final Clock clock;

    @Activate
    public Acknowledgements(
            @Reference JpaEditionStore store,
            @Reference PackRegulations regulations,
            @Reference Duties duties,
            @Reference SchoolCalendar calendar,
            @Reference Directory directory,
            @Reference Acts acts,
            @Reference Access access,
            @Reference Tx tx,
            @Reference Clock clock) {
        this.store = store;
        this.regulations = regulations;
        this.duties = duties;
        this.calendar = calendar;
        this.directory = directory;
        this.acts = acts;
        this.access = access;
        this.tx = tx;
        this.clock = clock;
    }

    /**
     * A person and a regulation.
     *
     * @param personId who
     * @param name the name
     * @param at when it was confirmed; empty while it was not
     * @param textHash SHA-256 of the text that was confirmed, empty while it was not
     */
    public record ConfirmationLine(String personId, String name, Optional<Instant> at, String textHash) {}

    /** When the caller has confirmed an edition. */
    public Optional<Instant> mine(Caller caller, String editionId) {
        return caller.personId()
                .flatMap(person -> store.receipt(editionId, person))
                .map(Receipt::at);
    }

    /** Confirms that the caller has read an edition; confirming again changes nothing. */
    @Regulated({"TA.12a", "MT.13"})
    public Instant acknowledge(Caller caller, String editionId) {
        Act act = Act.on(
                AdoptedRegulations.SUBJECT,
                editionId,
                "compliance.acknowledge-regulation",
                CompliancePermissions.REGULATION_READ,
                Scope.school());
        try {
            return acts.perform(caller, act, log -> {
                String person = caller.personId().orElseThrow(() -> new Conflict("compliance.no-person"));
                Optional<Receipt> standing = store.receipt(editionId, person);
                if (standing.isPresent()) {
                    return standing.get().at();
                }
                Edition edition = store.edition(editionId)
                        .filter(Edition::decided)
                        .orElseThrow(() -> new NotFound("compliance.edition-not-found"));
                State state = edition.state(VietnamTime.today(clock));
                if (state == State.ENDED) {
                    throw new Conflict("compliance.edition-ended");
                }
                Receipt receipt = new Receipt(person, clock.instant(), TextHash.of(edition));
                store.insert(editionId, receipt);
                duties.done(key(editionId, person), "sha256:" + receipt.textHash());
                log.changed(null, Map.of("textHash", receipt.textHash()));
                return receipt.at();
            });
        } catch (PersistenceException e) {
            // A second tap came in between.
            return mine(caller, editionId).orElseThrow(() -> e);
        }
    }

    /** Everybody who works here, and those who confirmed and have left; who has not confirmed comes first. */
    public List<ConfirmationLine> sheet(Caller caller, String editionId) {
        access.require(caller, CompliancePermissions.DUTY_READ, Scope.school());
        decided(editionId);
        Map<String, Receipt> receipts =
                store.receipts(editionId).stream().collect(Collectors.toMap(Receipt::personId, Function.identity()));
        Map<String, String> names = directory.names(receipts.keySet());
        List<ConfirmationLine> lines = new ArrayList<>();
        for (Person person : directory.staff(VietnamTime.today(clock))) {
            lines.add(line(person.id(), person.fullName(), Optional.ofNullable(receipts.remove(person.id()))));
        }
        receipts.forEach((id, receipt) -> lines.add(line(id, names.getOrDefault(id, id), Optional.of(receipt))));
        lines.sort(Comparator.comparing((ConfirmationLine one) -> one.at().isPresent())
                .thenComparing(one -> VietnameseText.nameSortKey(one.name())));
        return lines;
    }

    /** The sheet on paper. */
    public PrintedDocument paper(Caller caller, String editionId) {
        List<ConfirmationLine> lines = sheet(caller, editionId);
        return ReceiptSheet.document(
                decided(editionId),
                lines.stream()
                        .map(line -> new ReceiptSheet.Row(line.name(), line.at(), line.textHash()))
                        .toList(),
                VietnamTime.today(clock));
    }

    /** How many of those who work here have confirmed. */
    public int confirmed(Edition edition) {
        LocalDate today = VietnamTime.today(clock);
        return (int) store.receipts(edition.id()).stream()
                .filter(receipt -> directory.employed(receipt.personId(), today))
                .count();
    }

    /** Lays duties for editions that hold today, and takes back those of editions that no longer do. */
    public void layDuties() {
        LocalDate today = VietnamTime.today(clock);
        for (Edition edition : store.decided()) {
            State state = edition.state(today);
            Optional<LocalDate> laidOn = store.laidOn(edition.id());
            if (state == State.IN_FORCE && edition.kind() != Kind.REPEAL && !laidOn.equals(Optional.of(today))) {
                tx.run(() -> lay(edition, today));
            } else if (state == State.ENDED && laidOn.isPresent()) {
                tx.run(() -> {
                    duties.withdraw(AdoptedRegulations.SUBJECT, edition.id(), "Quy chế không còn hiệu lực");
                    store.laid(edition.id(), null);
                });
            }
        }
    }

    private void lay(Edition edition, LocalDate today) {
        LocalDate effective = edition.content().effectiveOn().orElseThrow();
        Instant from = VietnamTime.startOf(effective.isBefore(today) ? today : effective);
        Instant due = calendar.afterWorkingDays(from, regulations.intValue("compliance.acknowledge-days", today));
        Optional<String> principal =
                directory.holders(Post.PRINCIPAL, today).stream().findFirst().map(Person::id);
        List<NewDuty> laid = directory.staff(today).stream()
                .map(person -> duty(edition, person.id(), due, principal))
                .toList();
        duties.assign(laid);
        store.laid(edition.id(), today);
    }

    private static NewDuty duty(Edition edition, String personId, Instant due, Optional<String> principal) {
        return new NewDuty(
                key(edition.id(), personId),
                KIND,
                CLAUSE,
                shortened("Đọc và xác nhận: " + edition.content().title()),
                personId,
                AdoptedRegulations.SUBJECT,
                edition.id(),
                "/compliance/editions/" + edition.id() + "/acknowledge",
                due,
                List.of(Duration.ofDays(1)),
                principal.filter(one -> !one.equals(personId)));
    }

    private Edition decided(String editionId) {
        return store.edition(editionId)
                .filter(Edition::decided)
                .orElseThrow(() -> new NotFound("compliance.edition-not-found"));
    }

    private static ConfirmationLine line(String id, String name, Optional<Receipt> receipt) {
        return new ConfirmationLine(
                id,
                name,
                receipt.map(Receipt::at),
                receipt.map(Receipt::textHash).orElse(""));
    }

    private static String key(String editionId, String personId) {
        return KIND + ":" + editionId + ":" + personId;
    }

    private static String shortened(String title) {
        return title.length() <= 300 ? title : title.substring(0, 299) + "…";
    }
}
