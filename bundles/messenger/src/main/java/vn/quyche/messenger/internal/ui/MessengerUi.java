package vn.quyche.messenger.internal.ui;

import java.time.Clock;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.audit.AuditTrail;
import vn.quyche.core.api.directory.Directory;
import vn.quyche.core.api.ui.Messages;
import vn.quyche.core.api.ui.NavEntry;
import vn.quyche.core.api.ui.UiModule;
import vn.quyche.core.api.ui.UiPage;
import vn.quyche.messenger.api.Chats;
import vn.quyche.messenger.api.Connections;
import vn.quyche.messenger.api.Traffic;
import vn.quyche.messenger.internal.link.GroupsLink;
import vn.quyche.messenger.internal.service.MessengerPermissions;
import vn.quyche.messenger.internal.service.MessengerSettings;

/** What the domain shows: connections, the chats seen through them, what goes out and what comes in. */
@Component(service = UiModule.class)
public final class MessengerUi implements UiModule {

    private static final String READ = MessengerPermissions.READ;
    private static final String MANAGE = MessengerPermissions.MANAGE;
    private static final String BIND = MessengerPermissions.BIND;
    private static final String MEMBERS = MessengerPermissions.MEMBERS;
    private static final String POST = MessengerPermissions.POST;

    private final ConnectionPages connections;
    private final ChatPages chats;
    private final ChatFormPages chatForms;
    private final MemberPages members;
    private final TrafficPages traffic;

    @Activate
    public MessengerUi(
            @Reference Connections connections,
            @Reference Chats chats,
            @Reference Traffic traffic,
            @Reference GroupsLink groups,
            @Reference Directory directory,
            @Reference AuditTrail audit,
            @Reference MessengerSettings settings,
            @Reference Messages messages,
            @Reference Clock clock) {
        this.connections = new ConnectionPages(connections, chats, traffic, audit, settings, messages);
        this.chats = new ChatPages(chats, connections, groups, directory, audit, messages, clock);
        this.chatForms = new ChatFormPages(chats, connections, groups);
        this.members = new MemberPages(chats);
        this.traffic = new TrafficPages(traffic, connections, chats, messages);
    }

    @Override
    public String id() {
        return "messenger";
    }

    @Override
    public List<NavEntry> nav() {
        return List.of(
                new NavEntry(
                        NavEntry.Section.GROUPS, 60, "/messenger/chats", "messenger.nav.chats", "link-45deg", READ),
                new NavEntry(
                        NavEntry.Section.ADMIN,
                        60,
                        "/messenger/connections",
                        "messenger.nav.connections",
                        "hdd-network",
                        READ));
    }

    @Override
    public List<UiPage> pages() {
        return List.of(
                UiPage.of("/messenger/connections", READ, connections::list),
                UiPage.of("/messenger/connections.csv", READ, connections::export),
                UiPage.form("/messenger/connections/new", MANAGE, connections::compose, connections::create),
                UiPage.of("/messenger/connections/{id}", READ, connections::detail),
                UiPage.form("/messenger/connections/{id}/edit", MANAGE, connections::edit, connections::change),
                UiPage.form(
                        "/messenger/connections/{id}/authorise",
                        MANAGE,
                        connections::authoriseForm,
                        connections::authorise),
                UiPage.action("/messenger/connections/{id}/test", MANAGE, connections::detail, connections::test),
                UiPage.action("/messenger/connections/{id}/on", MANAGE, connections::detail, connections::turnOn),
                UiPage.action("/messenger/connections/{id}/off", MANAGE, connections::detail, connections::turnOff),
                UiPage.action(
                        "/messenger/connections/{id}/retry-token",
                        MANAGE,
                        connections::detail,
                        connections::retryToken),
                UiPage.of("/messenger/chats", READ, chats::list),
                UiPage.of("/messenger/chats.csv", READ, chats::export),
                UiPage.form("/messenger/chats/add", BIND, chatForms::addForm, chatForms::add),
                UiPage.form("/messenger/chats/make", BIND, chatForms::makeForm, chatForms::make),
                UiPage.of("/messenger/chats/{id}", READ, chats::detail),
                UiPage.form("/messenger/chats/{id}/tie", BIND, chatForms::tieForm, chatForms::tie),
                UiPage.form("/messenger/chats/{id}/post", POST, chatForms::postForm, chatForms::post),
                UiPage.action("/messenger/chats/{id}/synchronise", BIND, chats::detail, chats::synchronise),
                UiPage.form("/messenger/chats/{id}/members", MEMBERS, chats::members, chats::identify),
                UiPage.action("/messenger/chats/{id}/confirm", MEMBERS, chats::members, chats::confirm),
                UiPage.action("/messenger/chats/{id}/unknown", MEMBERS, chats::members, chats::unknown),
                UiPage.of("/messenger/chats/{id}/people", MEMBERS, members::list),
                UiPage.action("/messenger/chats/{id}/people/change", BIND, members::list, members::change),
                UiPage.form("/messenger/chats/{id}/invite", BIND, members::inviteForm, members::invite),
                UiPage.of("/messenger/chats/{id}/members.csv", MEMBERS, chats::exportMembers),
                UiPage.of("/messenger/chats/{id}/posts", MEMBERS, chats::posts),
                UiPage.of("/messenger/chats/{id}/posts.csv", MEMBERS, chats::exportPosts),
                UiPage.of("/messenger/deliveries", READ, traffic::deliveries),
                UiPage.of("/messenger/deliveries.csv", READ, traffic::exportDeliveries),
                UiPage.action("/messenger/deliveries/{id}/replay", MANAGE, traffic::deliveries, traffic::replay),
                UiPage.action("/messenger/deliveries/{id}/discard", MANAGE, traffic::deliveries, traffic::discard),
                UiPage.of("/messenger/events", READ, traffic::events),
                UiPage.of("/messenger/events.csv", READ, traffic::exportEvents),
                UiPage.action("/messenger/events/{id}/replay", MANAGE, traffic::events, traffic::replayEvent));
    }
}
