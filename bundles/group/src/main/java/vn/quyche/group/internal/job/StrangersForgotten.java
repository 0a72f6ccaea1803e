package vn.quyche.group.internal.job;

import java.time.Duration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.persistence.Ids;
import vn.quyche.core.api.persistence.spi.Job;
import vn.quyche.core.api.security.Caller;
import vn.quyche.group.internal.service.DefaultDeclarations;

/** Erases the names and numbers of strangers on declared lists when their term is over. */
@Component(service = Job.class)
public final class StrangersForgotten implements Job {

    private final DefaultDeclarations declarations;
    private final Ids ids;

    @Activate
    public StrangersForgotten(@Reference DefaultDeclarations declarations, @Reference Ids ids) {
        this.declarations = declarations;
        this.ids = ids;
    }

    @Override
    public String name() {
        return "group.strangers-forgotten";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    @Override
    public void run() {
        declarations.forget(Caller.system(ids.next()));
    }
}
