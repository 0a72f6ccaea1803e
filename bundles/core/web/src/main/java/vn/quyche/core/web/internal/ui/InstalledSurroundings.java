package vn.quyche.core.web.internal.ui;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.quyche.core.api.compliance.Clause;
import vn.quyche.core.api.error.QuycheException;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.web.internal.link.DirectoryLink;
import vn.quyche.core.web.internal.link.NoticeLink;
import vn.quyche.core.web.internal.link.RegulationsLink;

/** The bundles that are installed beside us. */
@Component(service = Surroundings.class)
public final class InstalledSurroundings implements Surroundings {

    private static final Logger LOG = LoggerFactory.getLogger(InstalledSurroundings.class);

    private final DirectoryLink directory;
    private final RegulationsLink regulations;
    private final NoticeLink notices;

    @Activate
    public InstalledSurroundings(
            @Reference DirectoryLink directory, @Reference RegulationsLink regulations, @Reference NoticeLink notices) {
        this.directory = directory;
        this.regulations = regulations;
        this.notices = notices;
    }

    @Override
    public Map<String, String> names(Collection<String> personIds) {
        return directory.get().map(d -> d.names(personIds)).orElse(Map.of());
    }

    @Override
    public Optional<Clause> clause(String id) {
        return regulations.clause(id);
    }

    @Override
    public String schoolName() {
        return directory.get().map(d -> d.school().name()).orElse("");
    }

    @Override
    public Optional<Integer> unreadNotices(Caller caller) {
        if (caller.personId().isEmpty()) {
            return Optional.empty();
        }
        try {
            return notices.notices().map(n -> n.unread(caller));
        } catch (QuycheException e) {
            // the bell is not worth a page
            LOG.warn("Unread notices cannot be counted [{}]", caller.correlationId(), e);
            return Optional.empty();
        }
    }
}
