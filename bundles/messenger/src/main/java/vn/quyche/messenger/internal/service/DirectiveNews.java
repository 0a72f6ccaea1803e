package vn.quyche.messenger.internal.service;

import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.event.Event;
import vn.quyche.core.api.event.spi.EventListener;
import vn.quyche.messenger.api.Chat;
import vn.quyche.messenger.api.Delivery;
import vn.quyche.messenger.internal.model.AnnouncementText;
import vn.quyche.messenger.internal.store.JpaChatStore;

/** Announces directives in the chats of their groups that want it. */
@Component(service = EventListener.class)
public final class DirectiveNews implements EventListener {

    private static final String ISSUED = "group.directive-issued.v1";
    private static final String WITHDRAWN = "group.directive-withdrawn.v1";

    private final JpaChatStore chats;
    private final Sending sending;
    private final MessengerSettings settings;

    @Activate
    public DirectiveNews(
            @Reference JpaChatStore chats, @Reference Sending sending, @Reference MessengerSettings settings) {
        this.chats = chats;
        this.sending = sending;
        this.settings = settings;
    }

    @Override
    public String name() {
        return "messenger.directives";
    }

    @Override
    public Set<String> types() {
        return Set.of(ISSUED, WITHDRAWN);
    }

    @Override
    public void on(String eventId, Event event) {
        // what went to chosen people is nobody else's matter
        if ("CHOSEN".equals(event.data().get("audience"))) {
            return;
        }
        boolean issued = event.type().equals(ISSUED);
        String number = event.data().getOrDefault("number", "");
        String link = settings.baseUrl().isEmpty() ? "" : settings.baseUrl() + "/group/directives/" + event.subjectId();
        String text = issued
                ? AnnouncementText.issued(number, event.data().getOrDefault("title", ""), link)
                : AnnouncementText.withdrawn(number, link);
        for (Chat chat : chats.ofGroup(event.data().getOrDefault("groupId", ""))) {
            // what was not posted yet need not be taken back in public
            if (!issued && sending.takeBack(key(ISSUED, event, chat))) {
                continue;
            }
            if (chat.announces() && chat.active()) {
                sending.ask(
                        chat,
                        issued ? Delivery.Purpose.DIRECTIVE : Delivery.Purpose.WITHDRAWAL,
                        event.subjectId(),
                        text,
                        key(event.type(), event, chat));
            }
        }
    }

    private static String key(String type, Event event, Chat chat) {
        return (type.equals(ISSUED) ? "issued:" : "withdrawn:") + event.subjectId() + ":" + chat.id();
    }
}
