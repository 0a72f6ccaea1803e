package vn.quyche.testkit;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import vn.quyche.core.api.event.Event;
import vn.quyche.core.api.event.Events;

/** Keeps the events that were published. */
public final class TestEvents implements Events {

    private final List<Event> published = new CopyOnWriteArrayList<>();

    @Override
    public void publish(Event event) {
        published.add(event);
    }

    /** What was published, in order. */
    public List<Event> published() {
        return List.copyOf(published);
    }

    /** The types of what was published, in order. */
    public List<String> types() {
        return published.stream().map(Event::type).toList();
    }
}
