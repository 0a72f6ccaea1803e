package vn.quyche.messenger.internal.service;

import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import vn.quyche.core.api.directory.Post;
import vn.quyche.core.api.error.Unavailable;
import vn.quyche.core.api.messenger.OfficialGroups;
import vn.quyche.core.api.persistence.Leases;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.security.Secrets;
import vn.quyche.messenger.api.Authorisation;
import vn.quyche.messenger.api.Chat;
import vn.quyche.messenger.api.Connection;
import vn.quyche.messenger.api.ConnectionKind;
import vn.quyche.messenger.api.NewConnection;
import vn.quyche.messenger.internal.job.UpkeepJob;
import vn.quyche.messenger.internal.link.GroupsLink;
import vn.quyche.messenger.internal.provider.HttpCalls;
import vn.quyche.messenger.internal.provider.ViberChannel;
import vn.quyche.messenger.internal.provider.ZaloBot;
import vn.quyche.messenger.internal.provider.ZaloOa;
import vn.quyche.messenger.internal.store.JpaChatStore;
import vn.quyche.messenger.internal.store.JpaConnectionStore;
import vn.quyche.messenger.internal.store.JpaDeliveryStore;
import vn.quyche.messenger.internal.store.JpaEventStore;
import vn.quyche.testkit.FakeDirectory;
import vn.quyche.testkit.FakeDuties;
import vn.quyche.testkit.FakeNotices;
import vn.quyche.testkit.FakeScreening;
import vn.quyche.testkit.FakeSecrets;
import vn.quyche.testkit.KeyMessages;
import vn.quyche.testkit.SequentialIds;
import vn.quyche.testkit.TestAccess;
import vn.quyche.testkit.TestActs;
import vn.quyche.testkit.TestCaller;
import vn.quyche.testkit.TestClock;
import vn.quyche.testkit.TestDatabase;
import vn.quyche.testkit.TestUnit;
import vn.quyche.testkit.messenger.StubPlatforms;
import vn.quyche.testkit.messenger.StubPlatforms.Bot;
import vn.quyche.testkit.messenger.StubPlatforms.Viber;
import vn.quyche.testkit.messenger.StubPlatforms.Zalo;

/** A school with real stores and real clients, against platforms on this machine. */
public final class MessengerFixture implements AutoCloseable {

    static final String PRINCIPAL = "p-principal";
    static final String TEACHER = "p-teacher";
    static final String GROUP = "g-council";

    final StubPlatforms platforms = StubPlatforms.start();
    final TestClock clock = TestClock.at("2026-10-05T08:00:00+07:00");
    final FakeDirectory directory = new FakeDirectory()
            .person(PRINCIPAL, "Trần Thị Ngọc Lan", Post.PRINCIPAL)
            .person(TEACHER, "Nguyễn Hải Đăng", Post.TEACHER);
    final FakeScreening screening = new FakeScreening().refuse("TUYỆT MẬT", "BC.4.1", "screening.secrecy-marking");
    final TestAccess access = TestAccess.nothing();
    final Register register = new Register();
    final GroupsLink groups = new GroupsLink(register);
    final Caller principal = TestCaller.person(PRINCIPAL);
    final Caller teacher = TestCaller.person(TEACHER);
    final SequentialIds ids = new SequentialIds();
    final LosableSecrets secrets = new LosableSecrets();
    final TestUnit unit;
    final TestActs acts;
    final JpaConnectionStore connectionStore;
    final JpaChatStore chatStore;
    final JpaDeliveryStore deliveryStore;
    final JpaEventStore eventStore;
    final MessengerSettings settings;
    final Vault vault;
    final ZaloOa zalo;
    final ZaloBot bot;
    final Leases leases = new FakeLeases();
    final TokenKeeper tokens;
    final PlatformCalls calls;
    final DefaultConnections connections;
    final Sending sending;
    final Synchronising synchronising;
    final ChatStanding standing;
    final DefaultChats chats;
    final DefaultTraffic traffic;
    final Intake intake;
    final DirectiveNews news;
    final FakeDuties duties = new FakeDuties(clock);
    final FakeNotices notices = new FakeNotices(clock);
    final Mending mending;
    final UpkeepJob upkeep;

    public MessengerFixture(TestDatabase db) {
        unit = TestUnit.of(db, "messenger");
        acts = new TestActs(access, unit.tx());
        connectionStore = new JpaConnectionStore(unit.jpa());
        chatStore = new JpaChatStore(unit.jpa());
        deliveryStore = new JpaDeliveryStore(unit.jpa());
        eventStore = new JpaEventStore(unit.jpa());
        settings = new MessengerSettings(new TestConfig(platforms.url()));
        HttpCalls http = new HttpCalls(settings);
        vault = new Vault(secrets, connectionStore);
        zalo = new ZaloOa(http, settings);
        bot = new ZaloBot(http, settings);
        tokens = node(leases);
        calls = new PlatformCalls(
                bot, zalo, new ViberChannel(http, settings), tokens, vault, connectionStore, settings, clock);
        connections = new DefaultConnections(acts, access, connectionStore, vault, calls, tokens, zalo, ids, clock);
        sending = new Sending(deliveryStore, connectionStore, chatStore, calls, settings, ids, clock);
        synchronising = new Synchronising(connectionStore, chatStore, calls, zalo, settings, unit.tx(), ids, clock);
        standing = new ChatStanding(connectionStore, chatStore, groups, directory, clock);
        chats = new DefaultChats(
                acts,
                access,
                chatStore,
                connectionStore,
                calls,
                zalo,
                synchronising,
                standing,
                sending,
                groups,
                directory,
                screening,
                leases,
                ids,
                clock);
        traffic = new DefaultTraffic(acts, access, deliveryStore, eventStore, chatStore, groups, clock);
        EventWork work = new EventWork(chatStore, screening, ids, clock);
        intake = new Intake(connectionStore, eventStore, vault, work, unit.tx(), ids, clock);
        news = new DirectiveNews(chatStore, sending, settings);
        mending = new Mending(connectionStore, directory, duties, notices, new KeyMessages(), unit.tx(), clock);
        upkeep = new UpkeepJob(connectionStore, tokens, synchronising, calls, bot, vault, intake, mending, clock);
        access.grant(
                principal,
                "messenger:read",
                "messenger:manage",
                "messenger:bind",
                "messenger:members",
                "messenger:post");
    }

    /** The keeper of tokens on a node. */
    TokenKeeper node(Leases known) {
        return new TokenKeeper(connectionStore, vault, zalo, known, unit.tx(), clock);
    }

    /** What takes events in. */
    public Intake intake() {
        return intake;
    }

    /** The time that it is. */
    public TestClock clock() {
        return clock;
    }

    /** An official account that is authorised. */
    public Connection account() {
        String id = connections.create(
                principal,
                new NewConnection(
                        ConnectionKind.ZALO_OA,
                        "OA của trường",
                        Zalo.APP_ID,
                        Zalo.OA_ID,
                        "",
                        Zalo.APP_SECRET,
                        Zalo.HOOK_SECRET,
                        false),
                "");
        return connections.authorise(principal, id, new Authorisation(Zalo.CODE, "verifier", "", ""));
    }

    /** A bot. */
    public Connection bot(boolean polled) {
        String id = connections.create(
                principal,
                new NewConnection(ConnectionKind.ZALO_BOT, "Bot của trường", "", "", Bot.TOKEN, "", "", polled),
                "");
        return connections.get(principal, id);
    }

    /** A channel. */
    Connection channel() {
        String id = connections.create(
                principal,
                new NewConnection(
                        ConnectionKind.VIBER_CHANNEL, "Kênh Viber", "", Viber.ADMIN, Viber.TOKEN, "", "", false),
                "");
        return connections.get(principal, id);
    }

    /** A group of the account with its members read, tied to the official group. */
    Chat council(Connection account) {
        platforms.zalo().group("z-1", "Hội đồng sư phạm", "u-1", "Ngọc Lan", "u-2", "Hải Đăng", "u-3", "Khách lạ");
        synchronising.run();
        Chat chat = chatStore.find(account.id(), "z-1").orElseThrow();
        return chats.tie(principal, chat.id(), chat.version(), GROUP, true);
    }

    /** The connection as it stands. */
    Connection now(Connection connection) {
        return connectionStore.find(connection.id()).orElseThrow();
    }

    @Override
    public void close() {
        platforms.close();
    }

    /** Secrets whose key may be missing. */
    static final class LosableSecrets implements Secrets {

        boolean lost;

        @Override
        public String seal(String plain) {
            return new FakeSecrets().seal(plain);
        }

        @Override
        public String open(String sealed) {
            if (lost) {
                throw new Unavailable("security.no-secret-key", "secrets.key");
            }
            return new FakeSecrets().open(sealed);
        }
    }

    /** A register with one group, to which principal and teacher belong. */
    static final class Register implements OfficialGroups {

        final Map<String, Set<String>> hidden = new ConcurrentHashMap<>();
        Set<String> members = Set.of(PRINCIPAL, TEACHER);

        @Override
        public List<OfficialGroup> open(Caller caller) {
            return find(caller, GROUP).stream().toList();
        }

        @Override
        public Optional<OfficialGroup> find(Caller caller, String groupId) {
            return GROUP.equals(groupId) && !hidden.containsKey(caller.accountId())
                    ? Optional.of(new OfficialGroup(GROUP, "N01", "Hội đồng sư phạm", "/group/groups/" + GROUP))
                    : Optional.empty();
        }

        @Override
        public Set<String> members(String groupId) {
            return GROUP.equals(groupId) ? members : Set.of();
        }
    }

    /** The platforms are on this machine, and quick. */
    private record TestConfig(String url) implements MessengerSettings.Config {

        @Override
        public String base_url() {
            return "https://quyche.example/";
        }

        @Override
        public String zalo_api() {
            return url;
        }

        @Override
        public String zalo_oauth() {
            return url;
        }

        @Override
        public String zalo_bot() {
            return url;
        }

        @Override
        public String viber_api() {
            return url;
        }

        @Override
        public int timeout_seconds() {
            return 1;
        }

        @Override
        public int posts_perMinute() {
            return 60;
        }

        @Override
        public int sync_hours() {
            return 6;
        }

        @Override
        public int posts_days() {
            return 365;
        }

        @Override
        public Class<? extends Annotation> annotationType() {
            return MessengerSettings.Config.class;
        }
    }
}
