package vn.quyche.messenger.internal.rest;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.web.RestDoor;
import vn.quyche.messenger.api.Chats;
import vn.quyche.messenger.api.Connections;
import vn.quyche.messenger.api.Traffic;

/** Opens the REST door of the domain. */
@Component
public final class MessengerRestDoor implements RestDoor {

    private final List<Object> resources;

    @Activate
    public MessengerRestDoor(@Reference Connections connections, @Reference Chats chats, @Reference Traffic traffic) {
        resources = List.of(
                new ConnectionResource(connections),
                new ChatResource(chats),
                new DeliveryResource(traffic),
                new EventResource(traffic));
    }

    @Override
    public String domain() {
        return "messenger";
    }

    @Override
    public List<Object> resources() {
        return resources;
    }
}
