package vn.quyche.core.security.internal.job;

import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.event.Event;
import vn.quyche.core.api.event.spi.EventListener;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.security.internal.service.DefaultAccounts;

/** Closes the account of a person who left. */
@Component
public final class PersonLeftListener implements EventListener {

    private static final String LEFT = "directory.person-left.v1";

    private final DefaultAccounts accounts;

    @Activate
    public PersonLeftListener(@Reference DefaultAccounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public String name() {
        return "security.person-left";
    }

    @Override
    public Set<String> types() {
        return Set.of(LEFT);
    }

    @Override
    public void on(String eventId, Event event) {
        String personId = event.data().getOrDefault("personId", event.subjectId());
        accounts.closeOfPerson(Caller.system(eventId), personId);
    }
}
