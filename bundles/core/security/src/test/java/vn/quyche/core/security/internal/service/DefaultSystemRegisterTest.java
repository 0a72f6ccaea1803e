package vn.quyche.core.security.internal.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.Regulated;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.compliance.Duties;
import vn.quyche.core.api.compliance.Duty;
import vn.quyche.core.api.compliance.spi.Evidence;
import vn.quyche.core.api.compliance.spi.EvidenceQuery;
import vn.quyche.core.api.error.Conflict;
import vn.quyche.core.api.error.Forbidden;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.core.api.error.NotFound;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.security.Role;
import vn.quyche.core.api.security.SystemRegister.Entry;
import vn.quyche.core.api.security.SystemRegister.Filter;
import vn.quyche.core.api.security.SystemRegister.Kind;
import vn.quyche.core.api.security.SystemRegister.NewEntry;
import vn.quyche.core.security.internal.link.DutiesLink;
import vn.quyche.core.security.internal.store.SystemEntryStore;
import vn.quyche.testkit.FakeDuties;
import vn.quyche.testkit.OnEachDatabase;
import vn.quyche.testkit.TestDatabase;

class DefaultSystemRegisterTest {

    private static final LocalDate SINCE = LocalDate.of(2025, 9, 5);
    private static final LocalDate UNTIL = LocalDate.of(2026, 10, 5);
    private static final Filter ALL = new Filter(Optional.empty(), Optional.empty(), Optional.empty());

    private World world;
    private FakeDuties duties;
    private SystemEntryStore store;
    private DefaultSystemRegister register;
    private Caller admin;

    private void start(TestDatabase db) {
        world = new World(db);
        duties = new FakeDuties(world.clock);
        store = new SystemEntryStore(world.unit.jpa());
        register = new DefaultSystemRegister(
                world.first.access, world.first.acts, store, new DutiesLink(duties), world.ids, world.clock);
        admin = world.account("anh.dk", Role.ADMIN);
    }

    @OnEachDatabase
    @Regulated("TT.15.1")
    void whoKeepsADomainIsRemindedToRenewItAndTheRegisterProvesIt(TestDatabase db) {
        start(db);
        Entry domain = register.add(admin, "k1", entry(Kind.DOMAIN, "thhoaan.edu.vn", "p-duc", Optional.of(UNTIL)));
        assertThat(register.add(admin, "k1", entry(Kind.DOMAIN, "thhoaan.edu.vn", "p-duc", Optional.of(UNTIL))))
                .as("sent twice")
                .isEqualTo(domain);
        assertThat(duties(Duty.State.OPEN)).singleElement().satisfies(duty -> {
            assertThat(duty.clause()).isEqualTo("TT.15.1");
            assertThat(duty.personId()).isEqualTo("p-duc");
            assertThat(duty.dueAt()).isEqualTo(VietnamTime.endOf(UNTIL));
            assertThat(duty.link()).isEqualTo("/security/system/" + domain.id());
        });

        Entry renewed = register.change(
                admin,
                domain.id(),
                domain.version(),
                entry(Kind.DOMAIN, "thhoaan.edu.vn", "p-duc", Optional.of(UNTIL.plusYears(1))));
        assertThat(renewed.until()).contains(UNTIL.plusYears(1));
        assertThat(duties(Duty.State.DONE)).hasSize(1);
        assertThat(duties(Duty.State.OPEN))
                .singleElement()
                .satisfies(duty -> assertThat(duty.dueAt()).isEqualTo(VietnamTime.endOf(UNTIL.plusYears(1))));

        SystemEvidence evidence = new SystemEvidence(store);
        assertThat(evidence.firstDay()).contains(world.clock.today());
        assertThat(evidence.counts(world.clock.today(), world.clock.today(), world.clock.instant()))
                .singleElement()
                .satisfies(count -> assertThat(count.kept()).isOne());
        assertThat(evidence.lines(lines("TT.15.1")))
                .extracting(Evidence::link)
                .containsExactly("/security/system/" + domain.id());
        assertThat(evidence.lines(lines("TT.15.3"))).isEmpty();
    }

    @OnEachDatabase
    @Regulated("TT.15.1")
    void aDutyFollowsTheKeeperAndGoesWithTheEntry(TestDatabase db) {
        start(db);
        Entry server = register.add(admin, "", entry(Kind.SERVER, "Máy chủ", "p-duc", Optional.of(UNTIL)));
        Entry handed = register.change(
                admin, server.id(), server.version(), entry(Kind.SERVER, "Máy chủ", "p-lan", Optional.of(UNTIL)));
        assertThat(duties(Duty.State.OPEN)).extracting(Duty::personId).containsExactly("p-lan");
        SystemLeaving leaving = new SystemLeaving(store);
        assertThat(leaving.items("p-duc")).isEmpty();
        assertThat(leaving.items("p-lan"))
                .as("hands it on before leaving")
                .singleElement()
                .satisfies(item -> assertThat(item.link()).isEqualTo("/security/system/" + server.id()));
        assertThatThrownBy(() -> register.change(
                        admin, server.id(), server.version(), entry(Kind.SERVER, "Cũ", "p-duc", Optional.empty())))
                .as("changed by somebody else meanwhile")
                .isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> register.end(admin, server.id(), " ")).isInstanceOf(Invalid.class);
        Entry ended = register.end(admin, server.id(), "Chuyển lên máy chủ của phòng");
        assertThat(leaving.items("p-lan")).isEmpty();
        assertThat(ended.endedOn()).contains(world.clock.today());
        assertThat(duties(Duty.State.OPEN)).isEmpty();
        assertThatThrownBy(() -> register.change(
                        admin, server.id(), handed.version() + 1, entry(Kind.SERVER, "A", "p", Optional.empty())))
                .hasMessageContaining("security.system-ended");
        assertThatThrownBy(() -> register.end(admin, "không-có", "x")).isInstanceOf(NotFound.class);
    }

    @OnEachDatabase
    void listsSortFilterAndPage(TestDatabase db) {
        start(db);
        register.add(admin, "", entry(Kind.SERVER, "Ổ cứng dự phòng", "p1", Optional.empty()));
        register.add(admin, "", entry(Kind.DOMAIN, "thhoaan.edu.vn", "p1", Optional.of(UNTIL)));
        Entry last = register.add(admin, "", entry(Kind.SAFETY, "Tường lửa", "p1", Optional.of(UNTIL.minusDays(1))));
        assertThat(names(ALL)).containsExactly("Ổ cứng dự phòng", "thhoaan.edu.vn", "Tường lửa");
        assertThat(names(ALL, "until")).containsExactly("Tường lửa", "thhoaan.edu.vn", "Ổ cứng dự phòng");
        assertThat(names(ALL, "-name")).containsExactly("Tường lửa", "thhoaan.edu.vn", "Ổ cứng dự phòng");
        assertThat(names(new Filter(Optional.of("TUONG LUA"), Optional.empty(), Optional.empty())))
                .containsExactly("Tường lửa");
        assertThat(names(new Filter(Optional.of("100%"), Optional.empty(), Optional.empty())))
                .isEmpty();
        register.end(admin, last.id(), "Thay bằng thiết bị khác");
        assertThat(names(new Filter(Optional.empty(), Optional.of(Kind.SAFETY), Optional.of(true))))
                .containsExactly("Tường lửa");
        assertThat(names(new Filter(Optional.empty(), Optional.of(Kind.SAFETY), Optional.of(false))))
                .isEmpty();
        assertThatThrownBy(() -> names(ALL, "id; drop")).isInstanceOf(Invalid.class);
        for (String sort : List.of("name", "until")) {
            for (String cursor : List.of("zzz", "_", "_AAAA", world.ids.next())) {
                PageRequest page = new PageRequest(2, Optional.of(cursor), Optional.of(sort));
                assertThatThrownBy(() -> register.list(admin, ALL, page)).isInstanceOf(Invalid.class);
            }
        }
    }

    @OnEachDatabase
    void refusesWhatIsNoEntryAndWhoMayNot(TestDatabase db) {
        start(db);
        assertThatThrownBy(() -> register.add(admin, "", new NewEntry(null, " ", null, null, null, null, null)))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        refused -> assertThat(refused.fields())
                                .extracting(field -> field.field())
                                .containsExactlyInAnyOrder("kind", "name", "keeperId", "since"));
        assertThatThrownBy(
                        () -> register.add(admin, "", entry(Kind.DOMAIN, "a", "p1", Optional.of(SINCE.minusDays(1)))))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() ->
                        register.add(admin, "", entry(Kind.DOMAIN, "a", "p1", Optional.of(LocalDate.of(9999, 12, 31)))))
                .isInstanceOf(Invalid.class);
        Caller principal = world.account("vinh.nq", Role.PRINCIPAL);
        assertThat(register.list(principal, ALL, PageRequest.first()).items()).isEmpty();
        assertThatThrownBy(() -> register.add(principal, "", entry(Kind.DOMAIN, "a", "p1", Optional.empty())))
                .isInstanceOf(Forbidden.class);
        Caller teacher = world.account("bao.hg", Role.STAFF);
        assertThatThrownBy(() -> register.list(teacher, ALL, PageRequest.first()))
                .isInstanceOf(Forbidden.class);
    }

    private List<String> names(Filter filter) {
        return names(filter, "name");
    }

    /** Page after page of one entry. */
    private List<String> names(Filter filter, String sort) {
        return Page.every(
                        PageRequest.first().sorted(sort),
                        page -> register.list(admin, filter, new PageRequest(1, page.after(), page.sort())))
                .map(Entry::name)
                .toList();
    }

    private EvidenceQuery lines(String clause) {
        return new EvidenceQuery(
                clause,
                VietnamTime.startOf(world.clock.today()),
                VietnamTime.endOf(world.clock.today()),
                Optional.empty(),
                Optional.empty(),
                10);
    }

    private List<Duty> duties(Duty.State state) {
        return duties.list(
                        admin,
                        new Duties.Query(
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of(state),
                                false,
                                Optional.empty(),
                                Optional.empty()),
                        PageRequest.first())
                .items();
    }

    private static NewEntry entry(Kind kind, String name, String keeper, Optional<LocalDate> until) {
        return new NewEntry(kind, name, "Nhà cung cấp", keeper, SINCE, until, "");
    }
}
